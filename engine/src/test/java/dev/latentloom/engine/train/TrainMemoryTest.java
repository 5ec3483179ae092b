package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.task.Split;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trainings for which there is not enough memory: before they begin, and in their midst. */
final class TrainMemoryTest {
    private static final long SEED = 11; // draws the long question, but not at once
    private static final int HUGE = 400_000; // its attention mask alone has 160 GB

    @TempDir private static Path data;
    @AutoClose private static TrainRelay relay;

    @BeforeAll
    static void open() {
        relay = new TrainRelay(data);
    }

    private static RunEvent.Failed failed(List<RunEvent> events) {
        return assertInstanceOf(RunEvent.Failed.class, events.getLast());
    }

    private static long mebibytes(Object words) {
        return Long.parseLong(words.toString().replace(" MiB", ""));
    }

    @Test
    void aTrainingThatCannotFitIsNotBegun() throws Exception {
        for (String recipe : List.of("on-policy", "unrolled")) {
            RunSpec.Train small =
                    TrainRelay.spec(
                            TrainRelay.FOLDER, Map.of("batch", "1000000", "steps", "50000"));
            RunSpec.Train spec =
                    new RunSpec.Train(
                            small.project(),
                            null,
                            recipe,
                            "outer",
                            null,
                            null,
                            null,
                            false,
                            small.changes(),
                            1L);
            List<RunEvent> events = relay.run(spec);
            assertEquals("train.tooLittleMemory", failed(events).key(), failed(events).toString());
            List<Object> told = failed(events).arguments();
            assertTrue(mebibytes(told.get(0)) > mebibytes(told.get(1)), told.toString());
            assertEquals(1_000_000, told.get(2));
            assertTrue(events.stream().noneMatch(RunEvent.Progress.class::isInstance), recipe);
        }
    }

    /** Questions of the task, and one that is so long that no machine holds its attention. */
    private static Path questions() throws Exception {
        List<Question> all = new ArrayList<>(new RelayTask().questions(Split.TRAIN, 60, 0));
        Question any = all.getFirst();
        Path file = data.resolve("huge.jsonl");
        List<String> lines = new ArrayList<>(all.stream().map(RunJson::line).toList());
        lines.addFirst(
                RunJson.line(
                        Map.of(
                                "question",
                                any.text() + " A".repeat(HUGE),
                                "answer",
                                any.answer())));
        Files.write(file, lines);
        return file;
    }

    @Test
    void memoryThatRunsOutInAStepEndsTheTrainingAndKeepsItsLastCheckpoint() throws Exception {
        RunSpec.Train spec =
                new RunSpec.Train(
                        TrainRelay.FOLDER,
                        null,
                        "on-policy",
                        null,
                        questions(),
                        null,
                        null,
                        false,
                        Map.of(
                                "iterations", "500",
                                "batch", "2",
                                "steps", "2",
                                "rounds", "1",
                                "checkpointEvery", "1"),
                        SEED);
        List<RunEvent> events = relay.run(spec);
        assertEquals("train.outOfMemory", failed(events).key(), failed(events).toString());
        List<Object> told = failed(events).arguments();
        assertTrue(mebibytes(told.get(0)) > mebibytes(told.get(1)), told.toString());
        assertEquals(2, told.get(2));
        Path run =
                events.stream()
                        .filter(RunEvent.Started.class::isInstance)
                        .map(event -> Path.of(((RunEvent.Started) event).folder()))
                        .findFirst()
                        .orElseThrow();
        long done =
                events.stream()
                        .filter(RunEvent.MetricPoint.class::isInstance)
                        .filter(event -> ((RunEvent.MetricPoint) event).metric().equals("loss"))
                        .count();
        assertTrue(done > 0 && done < 500, done + " steps before the long question was drawn");
        assertEquals(done, TrainCheckpoint.iteration(Course.file(run, Course.LAST)));
        assertEquals("failed", RunFolder.readRun(run).path("state").asText());
        assertEquals(4L, relay.summary(TrainRelay.spec(TrainRelay.FOLDER, Map.of())).get("steps"));
    }
}
