package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;

import java.util.List;
import java.util.Optional;

/** The models a project can use, as far as their configurations tell. */
public interface ModelWidths {
    /** All models at hand, in the order in which they are offered. */
    List<ModelWidth> all();

    /** Bytes of memory that models on the processor could fill when they were looked for. */
    long budget();

    /** Element type that weights are loaded as, such as {@code f32}. */
    String type();

    /** Device of agents that have none of their own, such as {@code cpu}. */
    String device();

    /** Devices of this machine. */
    List<String> devices();

    /** Where an agent runs. */
    default String device(Agent agent) {
        return agent.deviceOr(device());
    }

    /** Whether this machine lacks an agent's own device. */
    default boolean lacks(Agent agent) {
        return agent.device() != null && !devices().contains(agent.device());
    }

    /** Bytes of memory that models could fill on a device; negative where nobody knows. */
    default long budget(String device) {
        return device.equals("cpu") ? budget() : -1;
    }

    /** The model of this name, if it is at hand. */
    default Optional<ModelWidth> find(String model) {
        return all().stream().filter(known -> known.name().equals(model)).findFirst();
    }
}
