package dev.latentloom.app.cli;

import dev.latentloom.engine.question.FieldMapping;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Which graph of a project, and which questions. */
final class DataOptions {
    @Option(names = "--graph", paramLabel = "NAME", description = "${bundle:cli.run.graph}")
    private @Nullable String graph;

    @Option(names = "--data", paramLabel = "FILE", description = "${bundle:cli.run.data}")
    private @Nullable Path data;

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "ROLE=COLUMN",
            description = "${bundle:cli.data.map}")
    private Map<String, String> fields = new TreeMap<>();

    @Nullable String graph() {
        return graph;
    }

    /** The file, wherever it will be read from; null where none was given. */
    @Nullable Path data() {
        return data == null ? null : data.toAbsolutePath();
    }

    /** Which column of the file is what; wrong use where a role is not known. */
    Map<String, String> fields(RootCommand root) {
        for (String role : fields.keySet()) {
            if (!FieldMapping.ROLES.contains(role)) {
                throw root.wrongUse(Messages.text("cli.data.noRole", role));
            }
        }
        if (data == null && !fields.isEmpty()) {
            throw root.wrongUse(Messages.text("cli.data.noMapped"));
        }
        return fields;
    }
}
