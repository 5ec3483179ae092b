package dev.latentloom.app;

import dev.latentloom.views.graph.LinkHome;
import dev.latentloom.views.project.ProjectViewModel;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The links of the open project lie in its folder. */
record ProjectLinks(ProjectViewModel project) implements LinkHome {
    @Override
    public @Nullable Path folder() {
        return project.folder();
    }

    @Override
    public void placed(Consumer<Path> then) {
        project.placed(then);
    }
}
