package dev.latentloom.views.graph;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The folder of the open project, where its link sets lie. */
public interface LinkHome {
    /** The folder; null while the project has none. */
    @Nullable Path folder();

    /** Goes on with a folder that may be written; asks for one if need be. */
    void placed(Consumer<Path> then);
}
