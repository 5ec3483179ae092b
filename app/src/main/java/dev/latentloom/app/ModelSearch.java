package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.library.LibraryViewModel;
import dev.latentloom.views.settings.Settings;
import dev.latentloom.views.settings.SettingsViewModel;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for models in the background; what it finds is offered in Build and Library. */
final class ModelSearch {
    private final ModelCatalogue catalogue = new ModelCatalogue(LocalModels.ofThisMachine());
    private final SettingsViewModel settings;
    private final BuildViewModel build;
    private final LibraryViewModel library;
    private @Nullable Path before; // the last project with models; only the FX thread touches it
    private int running; // as this

    ModelSearch(SettingsViewModel settings, BuildViewModel build, LibraryViewModel library) {
        this.settings = settings;
        this.build = build;
        this.library = library;
    }

    /**
     * Looks again. A project without models of its own is offered those of the project before, and
     * those that stand beside the ones its agents name.
     *
     * @param project folder of the open project, whose own models are found too
     */
    void look(@Nullable Path project) {
        Settings now = settings.get();
        List<Path> others = new ArrayList<>(named());
        Path last = before;
        running++;
        Thread.startVirtualThread(
                () -> {
                    boolean own =
                            project != null && Files.isDirectory(ModelCatalogue.folder(project));
                    if (!own && last != null) {
                        others.add(ModelCatalogue.folder(last));
                    }
                    ModelCatalogue.Found found = catalogue.search(project, others, now);
                    Platform.runLater(
                            () -> {
                                before = own ? project : last;
                                build.use(found.widths());
                                library.show(found.summaries());
                                running--;
                            });
                });
    }

    /** Folders of models that agents of the drawing name by their whole path. */
    private List<Path> named() {
        List<Path> folders = new ArrayList<>();
        for (Agent agent : build.draft().document().graph().agents()) {
            Path model = path(agent.model());
            Path around = model.getParent();
            if (model.isAbsolute() && around != null) {
                folders.add(around.endsWith(ModelCatalogue.FOLDER) ? around : model);
            }
        }
        return folders;
    }

    private static Path path(@Nullable String model) {
        try {
            return Path.of(model == null ? "" : model);
        } catch (InvalidPathException e) {
            return Path.of(""); // a name of the HuggingFace cache
        }
    }

    /** Whether it is at work. */
    boolean busy() {
        return running > 0;
    }
}
