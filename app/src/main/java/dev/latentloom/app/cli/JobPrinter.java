package dev.latentloom.app.cli;

import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints a job's story: results to standard output, progress to standard error. */
final class JobPrinter implements Consumer<RunEvent> {
    private final Console console;
    private final boolean streams;
    private final StepLines steps;
    private boolean inLine;
    private @Nullable String run;
    private int status = ExitStatus.INNER; // a job that tells no end has failed

    /**
     * @param streams whether decoded words are results, shown as they come
     */
    JobPrinter(Console console, boolean streams) {
        this.console = console;
        this.streams = streams;
        this.steps = new StepLines(console);
    }

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> {
                run = started.run();
                console.stage(Messages.text("cli.job.started", started.folder()));
            }
            case RunEvent.Stage(String key, List<Object> arguments) ->
                    console.stage(Messages.text(key, arguments));
            case RunEvent.Progress(long done, long total) -> {
                steps.flush();
                console.progress(done, total);
            }
            case RunEvent.Token token when streams && !console.json() -> {
                console.piece(token.text());
                inLine = true;
            }
            case RunEvent.Lens lens -> lens(lens);
            case RunEvent.ItemResult item -> item(item);
            case RunEvent.Cell cell -> cell(cell);
            case RunEvent.MetricPoint point -> steps.add(point);
            case RunEvent.Warning(String key, List<Object> arguments) ->
                    console.say(Messages.text(key, arguments));
            case RunEvent.Failed(String key, List<Object> arguments) -> {
                endLine();
                console.say(Messages.text(key, arguments));
                status = ExitStatus.of(key);
            }
            case RunEvent.Done done -> done(done);
            default -> {
                // turns and steps are for the window; the ledger is in the summary
            }
        }
    }

    private void lens(RunEvent.Lens lens) {
        if (console.json()) {
            console.object(lens);
            return;
        }
        String at = lens.agent() + " r" + lens.round() + " step " + lens.step();
        console.line(at + "  p:  " + words(lens.sender()));
        lens.receivers()
                .forEach((edge, near) -> console.line(at + "  " + edge + "  cos:  " + words(near)));
    }

    private static String words(List<NearToken> near) {
        return near.stream()
                .map(token -> String.format(Locale.ROOT, "%s %.3f", token.token(), token.weight()))
                .collect(Collectors.joining("  "));
    }

    private void item(RunEvent.ItemResult item) {
        if (console.json()) {
            console.object(item);
            return;
        }
        Boolean correct = item.correct();
        String mark = correct == null ? " " : correct ? "+" : "-";
        String wanted = item.expected() == null ? "" : "  (" + item.expected() + ")";
        console.line(mark + " " + item.question() + "  ->  " + item.answer() + wanted);
    }

    private void cell(RunEvent.Cell cell) {
        if (console.json()) {
            console.object(cell);
            return;
        }
        console.line(
                "steps %d  rounds %d  seed %d  n %d  accuracy %.3f [%.3f, %.3f]"
                        .formatted(
                                cell.steps(),
                                cell.rounds(),
                                cell.seed(),
                                cell.n(),
                                cell.accuracy(),
                                cell.low(),
                                cell.high()));
    }

    private void done(RunEvent.Done done) {
        endLine();
        Map<String, Object> summary = new LinkedHashMap<>(done.summary());
        if (streams && !console.json()) {
            summary.remove("text"); // it stands above
        }
        console.summary(summary);
        if (done.cancelled()) {
            console.say(Messages.text("cli.cancelled"));
        }
        status = done.cancelled() ? ExitStatus.CANCELLED : ExitStatus.DONE;
    }

    private void endLine() {
        steps.flush();
        if (inLine) {
            console.line("");
            inLine = false;
        }
    }

    /** Id of the run; empty where none was begun. */
    synchronized Optional<String> run() {
        return Optional.ofNullable(run);
    }

    /** The exit status that the job's last event asks for. */
    synchronized int status() {
        return status;
    }
}
