package dev.latentloom.app.cli;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Options of one run that override what project and graph say. */
final class RunOptions {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:cli.run.limit}")
    private @Nullable Integer limit;

    @Option(
            names = "--mode",
            paramLabel = "latent|text|latentmas",
            description = "${bundle:cli.run.mode}")
    private @Nullable String mode;

    @Option(
            names = "--links",
            paramLabel = "NAME|soft-token|realign|untrained",
            description = "${bundle:cli.run.links}")
    private @Nullable String links;

    @Option(
            names = "--control",
            paramLabel = "none|zero|shuffle|mean|noise|snap|m0",
            description = "${bundle:cli.run.control}")
    private @Nullable Control control;

    @Option(
            names = "--wire",
            paramLabel = "EDGE=none|zero|shuffle|mean|noise|snap",
            description = "${bundle:cli.run.wire}")
    private Map<String, Control> wires = new TreeMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "${bundle:cli.run.out}")
    private @Nullable Path out;

    @Option(
            names = "--handover",
            paramLabel = "outer|outer_inner",
            description = "${bundle:cli.run.handover}")
    private @Nullable Handover handover;

    @Option(names = "--tools", paramLabel = "on|off", description = "${bundle:cli.run.tools}")
    private @Nullable String tools;

    @Option(names = "--new", paramLabel = "N", description = "${bundle:cli.generate.new}")
    private @Nullable Integer newTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "${bundle:cli.temperature}")
    private @Nullable Double temperature;

    @Option(names = "--top-p", paramLabel = "P", description = "${bundle:cli.topP}")
    private @Nullable Double topP;

    @Option(names = "--batch", paramLabel = "B", description = "${bundle:cli.run.batch}")
    private @Nullable Integer batch;

    @Nullable String graph() {
        return data.graph();
    }

    @Nullable Path data() {
        return data.data();
    }

    /** Which column of the data is what; wrong use where a role is not known. */
    Map<String, String> fields(RootCommand root) {
        return data.fields(root);
    }

    @Nullable Integer limit() {
        return limit;
    }

    /** The settings; wrong use where a value cannot be. */
    RunSettings settings(RootCommand root, @Nullable Integer steps, @Nullable Integer rounds) {
        least(root, "--steps", steps, 0);
        least(root, "--rounds", rounds, 1);
        least(root, "--limit", limit, 1);
        least(root, "--new", newTokens, 0);
        least(root, "--batch", batch, 1);
        if (text()) {
            refuseInText(root, "--links", links);
            refuseInText(root, "--handover", handover);
        }
        if (temperature != null && !(temperature >= 0)) {
            throw root.wrongUse(Messages.text("cli.atLeast", "--temperature", 0));
        }
        if (topP != null && !(topP > 0 && topP <= 1)) {
            throw root.wrongUse(Messages.text("cli.noTopP", topP));
        }
        return new RunSettings(
                mode(root),
                links,
                steps,
                rounds,
                control,
                handover,
                tools(root),
                newTokens,
                temperature,
                topP,
                batch,
                root.seed(),
                wires,
                null,
                out == null ? null : out.toAbsolutePath());
    }

    /** Whether agents hand over words. */
    boolean text() {
        return "text".equals(mode);
    }

    /** Wrong use where an option is given that means nothing in text mode. */
    static void refuseInText(RootCommand root, String option, @Nullable Object value) {
        if (value != null) {
            throw root.wrongUse(Messages.text("cli.notInText", option));
        }
    }

    /** Wrong use where a value is smaller than it can be. */
    static void least(RootCommand root, String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw root.wrongUse(Messages.text("cli.atLeast", option, least));
        }
    }

    private @Nullable RunMode mode(RootCommand root) {
        return switch (mode) {
            case null -> null;
            case "latent" -> RunMode.LATENT;
            case "text" -> RunMode.TEXT;
            case "latentmas" -> RunMode.LATENT_MAS;
            default -> throw root.wrongUse(Messages.text("cli.noMode", mode));
        };
    }

    private @Nullable Boolean tools(RootCommand root) {
        return switch (tools) {
            case null -> null;
            case "on" -> Boolean.TRUE;
            case "off" -> Boolean.FALSE;
            default -> throw root.wrongUse(Messages.text("cli.onOff", "--tools", tools));
        };
    }
}
