package dev.latentloom.views.library;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunProblem;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.engine.stats.Proportion;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.run.RunKind;
import dev.latentloom.views.text.Figures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kept run in words. */
final class RunWords {
    /** Kinds of runs that a project keeps. */
    static final List<String> KINDS = List.of("answer", "evaluate", "ablate", "train");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private RunWords() {}

    static String kind(KeptRun run) {
        return KINDS.contains(run.kind()) ? kind(run.kind()) : "";
    }

    static String kind(String kind) {
        return Messages.text("library.run.kind." + kind);
    }

    static String state(KeptRun run) {
        return state(run.state());
    }

    /** What it was and how it ended. */
    static String headline(KeptRun run) {
        String kind = kind(run);
        return kind.isEmpty()
                ? state(run)
                : Messages.text("library.run.headline", kind, state(run));
    }

    static String state(RunState state) {
        return Messages.text("library.run.state." + state.name());
    }

    /** When it began; its id where it does not say. */
    static String when(KeptRun run) {
        Instant time = run.started();
        return time == null ? run.id() : WHEN.format(time.atZone(ZoneId.systemDefault()));
    }

    /** How agents handed over, and what was done to that. */
    static String mode(KeptRun run) {
        RunMode mode = run.mode();
        String control = control(run);
        String name = mode == null ? "" : Messages.text(RunKind.keyOf(mode));
        return control.isEmpty() ? name : Messages.text("library.run.headline", name, control);
    }

    static String steps(KeptRun run) {
        boolean own = run.steps().isEmpty() && run.mode() == RunMode.LATENT;
        return own ? Messages.text("library.run.steps.own") : numbers(run.steps());
    }

    static String rounds(KeptRun run) {
        return numbers(run.rounds());
    }

    private static String numbers(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What was done to hand-overs; empty where nothing was. */
    private static String control(KeptRun run) {
        String all = run.control();
        String rest =
                run.wires().entrySet().stream()
                        .map(wire -> wire.getKey() + ": " + wire.getValue())
                        .collect(Collectors.joining(", "));
        if (all.isEmpty() || all.equals("none")) {
            return rest;
        }
        return rest.isEmpty() ? all : all + ", " + rest;
    }

    /** Name of the data file, or the question. */
    static String data(KeptRun run) {
        if (!run.question().isEmpty() || run.kind().isEmpty()) {
            return run.question().strip();
        }
        String file = run.data();
        return file.isEmpty()
                ? Messages.text("library.run.data.own")
                : file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    static String interval(KeptRun run) {
        Proportion accuracy = run.accuracy();
        return accuracy == null
                ? ""
                : Messages.text(
                        "library.run.interval", accuracy.low() * 100, accuracy.high() * 100);
    }

    /** Accuracy with its interval and number of items; or that there is none. */
    static String accuracy(KeptRun run) {
        Proportion accuracy = run.accuracy();
        Long items = run.items();
        return accuracy == null || items == null
                ? Messages.text("library.run.noAccuracy")
                : Messages.text(
                        "library.run.accuracy",
                        Figures.percent(accuracy.share()),
                        Figures.percent(accuracy.low()),
                        Figures.percent(accuracy.high()),
                        Figures.count(items));
    }

    static String tags(KeptRun run) {
        return String.join(", ", run.note().tags());
    }

    /** Why it failed or cannot be read; empty where neither holds. */
    static String trouble(KeptRun run) {
        RunProblem problem = run.trouble();
        return problem == null ? "" : Messages.text(problem.key(), problem.arguments());
    }

    /** All that a run can be found by, in lower case. */
    static String all(KeptRun run) {
        return String.join(
                        "\n",
                        run.id(),
                        kind(run),
                        state(run),
                        run.graph(),
                        mode(run),
                        run.links(),
                        data(run),
                        run.note().text(),
                        tags(run))
                .toLowerCase(Locale.ROOT);
    }
}
