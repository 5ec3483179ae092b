package dev.latentloom.views.graph.document;

import java.util.List;
import java.util.Optional;

/** The models a project can use, as far as their configurations tell. */
public interface ModelWidths {
    /** All models at hand, in the order in which they are offered. */
    List<ModelWidth> all();

    /** Bytes of memory that models could fill when they were looked for. */
    long budget();

    /** Element type that weights are loaded as, such as {@code f32}. */
    String type();

    /** Device all models are loaded on, such as {@code cpu}; chosen in the settings. */
    String device();

    /** The model of this name, if it is at hand. */
    default Optional<ModelWidth> find(String model) {
        return all().stream().filter(known -> known.name().equals(model)).findFirst();
    }
}
