package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.checkpoint.ModelSummary;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.MemoryEstimate;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.settings.Settings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for the models of a project, of the folders that are set, and of the HuggingFace cache. */
record ModelCatalogue(LocalModels models) {
    /** Name of the folder in which a project keeps models of its own. */
    static final String FOLDER = "models";

    /** Before anything was found. */
    static final ModelWidths NONE =
            new Widths(
                    List.of(),
                    LocalEngine.free(),
                    DType.F32,
                    DeviceChoice.CPU.name(),
                    List.of(DeviceChoice.CPU.name()));

    /** What was found: as the library lists it, and as agents name it. */
    record Found(List<ModelSummary> summaries, ModelWidths widths) {}

    /** What agents can name, with the memory models may fill. */
    private record Widths(
            List<ModelWidth> all, long budget, DType loaded, String device, List<String> devices)
            implements ModelWidths {
        @Override
        public String type() {
            return loaded.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads headers only, but of every model: not for the FX thread.
     *
     * @param project folder of the open project, null where none is open
     * @param others folders with models that agents name by their whole path
     * @param settings name folders with models, and the device and number format they are loaded on
     *     and in
     */
    Found search(@Nullable Path project, List<Path> others, Settings settings) {
        DType type = LocalEngine.type(settings.dtype());
        List<Path> folders =
                Stream.concat(settings.modelFolders().stream().map(Path::of), others.stream())
                        .toList();
        List<ModelSummary> summaries = new ArrayList<>();
        List<ModelWidth> widths = new ArrayList<>();
        if (project != null) {
            for (ModelSummary model : models.in(List.of(folder(project)))) {
                Path inside = project.toAbsolutePath().normalize().relativize(model.path());
                summaries.add(model);
                widths.add(width(model, type, inside.toString().replace('\\', '/')));
            }
        }
        for (ModelSummary model : models.in(folders)) {
            summaries.add(model);
            widths.add(width(model, type, model.path().toString()));
        }
        for (ModelSummary model : models.inCache()) {
            summaries.add(model);
            widths.add(width(model, type, model.name()));
        }
        return new Found(
                List.copyOf(summaries),
                new Widths(
                        List.copyOf(widths),
                        LocalEngine.free(),
                        type,
                        LocalEngine.device(settings.device()),
                        DeviceChoice.here().stream().map(DeviceChoice::name).toList()));
    }

    /** Where a project keeps models of its own. */
    static Path folder(Path project) {
        return project.resolve(FOLDER);
    }

    private static ModelWidth width(ModelSummary model, DType type, String name) {
        WorkbenchException reason = model.reason();
        long weights = model.bytes();
        long cache = 0;
        if (reason == null) {
            try {
                MemoryEstimate estimate = MemoryEstimate.of(model.path(), type);
                weights = estimate.weights();
                cache = estimate.perToken();
            } catch (WorkbenchException e) {
                reason = e;
            }
        }
        return new ModelWidth(
                name,
                model.path().toAbsolutePath().normalize(),
                model.family(),
                model.hidden(),
                model.parameters(),
                model.dtype(),
                weights,
                cache,
                reason == null ? null : Messages.text(reason.key(), reason.arguments()));
    }
}
