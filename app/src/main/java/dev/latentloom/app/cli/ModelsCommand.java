package dev.latentloom.app.cli;

import dev.latentloom.app.Preferences;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.checkpoint.ModelSummary;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code models [DIR…]}: the models in these folders, or else in the HuggingFace cache and in the
 * folders of the settings.
 */
@Command(name = "models", description = "${bundle:cli.models}")
final class ModelsCommand implements Callable<Integer> {
    private static final List<String> HEAD =
            List.of(
                    "path",
                    "family",
                    "layers",
                    "hidden",
                    "vocabulary",
                    "parameters",
                    "dtype",
                    "bytes",
                    "usable");

    private final RootCommand root;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "${bundle:cli.models.folders}")
    private List<Path> folders = List.of();

    ModelsCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new WorkbenchException("cli.noFolder", folder.toString());
            }
        }
        List<ModelSummary> models =
                folders.isEmpty() ? ofThisMachine(root) : LocalModels.ofThisMachine().in(folders);
        Console console = root.console();
        if (console.json()) {
            models.forEach(model -> console.object(fields(model)));
            console.summary(
                    Map.of(
                            "models",
                            models.size(),
                            "usable",
                            models.stream().filter(ModelSummary::usable).count()));
        } else {
            print(models, console);
        }
        return ExitStatus.DONE;
    }

    /** Models of the HuggingFace cache, and of the folders that the settings name. */
    static List<ModelSummary> ofThisMachine(RootCommand root) throws WorkbenchException {
        LocalModels local = LocalModels.ofThisMachine();
        List<Path> places =
                new Preferences(root.places())
                        .load().modelFolders().stream().map(Path::of).toList();
        List<ModelSummary> models = new ArrayList<>(local.inCache());
        models.addAll(local.in(places));
        return models;
    }

    private static void print(List<ModelSummary> models, Console console) {
        if (models.isEmpty()) {
            console.say(Messages.text("cli.models.none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        for (ModelSummary model : models) {
            Map<String, Object> fields = fields(model);
            rows.add(HEAD.stream().map(name -> String.valueOf(fields.get(name))).toList());
        }
        console.table(rows);
        for (ModelSummary model : models) {
            String reason = reason(model);
            if (reason != null) {
                console.say(reason);
            }
        }
    }

    private static Map<String, Object> fields(ModelSummary model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "model");
        fields.put("path", model.path().toString());
        fields.put("name", model.name());
        fields.put("family", model.family());
        fields.put("layers", model.layers());
        fields.put("hidden", model.hidden());
        fields.put("vocabulary", model.vocabulary());
        fields.put("parameters", model.parameters());
        fields.put("dtype", model.dtype());
        fields.put("bytes", model.bytes());
        fields.put("usable", model.usable());
        fields.put("reason", reason(model));
        return fields;
    }

    private static @Nullable String reason(ModelSummary model) {
        WorkbenchException why = model.reason();
        return why == null ? null : Messages.text(why.key(), why.arguments());
    }
}
