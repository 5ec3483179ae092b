package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.library.LibraryViewModel;
import dev.latentloom.views.settings.Settings;
import dev.latentloom.views.settings.SettingsViewModel;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Looks for models in the background; what it finds is offered in Build and Library. */
final class ModelSearch {
    private final ModelCatalogue catalogue = new ModelCatalogue(LocalModels.ofThisMachine());
    private final SettingsViewModel settings;
    private final BuildViewModel build;
    private final LibraryViewModel library;
    private int running; // only the FX thread touches it

    ModelSearch(SettingsViewModel settings, BuildViewModel build, LibraryViewModel library) {
        this.settings = settings;
        this.build = build;
        this.library = library;
    }

    /**
     * Looks again.
     *
     * @param project folder of the open project, whose own models are found too
     */
    void look(@Nullable Path project) {
        Settings now = settings.get();
        running++;
        Thread.startVirtualThread(
                () -> {
                    ModelCatalogue.Found found = catalogue.search(project, now);
                    Platform.runLater(
                            () -> {
                                build.use(found.widths());
                                library.show(found.summaries());
                                running--;
                            });
                });
    }

    /** Whether it is at work. */
    boolean busy() {
        return running > 0;
    }
}
