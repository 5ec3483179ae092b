package dev.latentloom.app;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunItems;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A kept run of the relay team of 8 seconds, one event a second, with three answered items. */
final class ToldRun {
    private static final List<String> ITEMS = List.of("a", "b", "c");

    private ToldRun() {}

    /** Writes it among the runs of a project; gives its folder. */
    static Path write(Path project) throws Exception {
        Path folder = project.resolve("runs").resolve("20260101-120000-evaluate");
        try (RunFolder run = RunFolder.at(folder)) {
            run.writeRun(
                    Map.of(
                            "spec", Map.of("kind", "evaluate"),
                            "state", "done",
                            "summary", Map.of("n", ITEMS.size()),
                            "choices", Map.of("mode", "latent", "rounds", 1)));
            run.append(new RunEvent.TurnStarted(1, "planner", true, ITEMS.size()));
            run.append(new RunEvent.LatentStep(1, "planner", 1, 2));
            run.append(new RunEvent.LatentStep(1, "planner", 2, 2));
            for (String item : ITEMS) {
                String read = "read " + item;
                run.append(new RunEvent.ItemTurn(item, 1, "planner", read, null, 10, 0, 2, 0.25));
            }
            for (String item : ITEMS) {
                run.append(
                        new RunEvent.ItemResult(
                                item, "ask " + item, "x", "x", true, 10, 1, 2, 0.25));
            }
        }
        Path events = folder.resolve("events.jsonl");
        List<String> timed = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            timed.add(line.replaceFirst("\"at\":\\d+", "\"at\":" + (5000 + 1000 * timed.size())));
        }
        Files.write(events, timed);
        return folder;
    }

    static List<RunEvent.ItemResult> items(Path folder) throws Exception {
        return RunItems.of(folder);
    }
}
