package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.metric.Scalar;
import dev.latentloom.engine.metric.TensorBoardFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

class RunFolderTest {
    @TempDir Path runs;

    private static RunEvent item(String id) {
        return new RunEvent.ItemResult(id, "q", "a", "a", true, 1, 2, 3, .5);
    }

    @Test
    void eventsComeBackAndFeedTheOtherFiles() throws Exception {
        List<RunEvent> told =
                List.of(
                        new RunEvent.Progress(1, 2),
                        item("x"),
                        new RunEvent.MetricPoint("loss/outer:a-b", 10, .25),
                        new RunEvent.Cell(4, 2, 1, 100, .5, .4, .6),
                        new RunEvent.Done(false, Map.of()));
        Path folder;
        try (RunFolder run = RunFolder.create(runs, "train")) {
            folder = run.path();
            run.writeRun(Map.of("seed", 3));
            for (RunEvent event : told) {
                run.append(event);
            }
        }
        assertEquals(told, RunFolder.readEvents(folder));
        assertEquals(1, Files.readAllLines(folder.resolve("items.jsonl")).size());
        assertEquals(3, RunFolder.readRun(folder).path("seed").asInt());
        assertEquals(
                List.of(
                        "metric,step,value",
                        "loss/outer:a-b,10,0.25",
                        "accuracy/rounds=2;seed=1;n=100,4,0.5",
                        "low/rounds=2;seed=1;n=100,4,0.4",
                        "high/rounds=2;seed=1;n=100,4,0.6"),
                Files.readAllLines(folder.resolve("metrics.csv")));
    }

    @Test
    void eachEventHasItsTime() throws Exception {
        long before = System.currentTimeMillis();
        Path folder;
        try (RunFolder run = RunFolder.create(runs, "answer")) {
            folder = run.path();
            run.append(item("1"));
            run.append(item("2"));
        }
        List<Long> times = RunTimes.of(folder);
        assertEquals(2, times.size());
        assertTrue(before <= times.get(0) && times.get(0) <= times.get(1), times.toString());
        assertTrue(times.get(1) <= System.currentTimeMillis(), times.toString());
        Files.writeString(folder.resolve("events.jsonl"), "{\"kind\":\"progress\"}\n");
        assertEquals(List.of(), RunTimes.of(folder));
    }

    @Test
    void neitherPausesNorWhatLiesBetweenTwoPartsCountsAsWork() throws Exception {
        Files.writeString(
                runs.resolve("events.jsonl"),
                """
                {"kind":"started","run":"a","folder":"a","at":1000}
                {"kind":"progress","done":1,"total":3,"at":3000}
                {"kind":"paused","waits":true,"at":3500}
                {"kind":"paused","waits":false,"at":60000}
                {"kind":"progress","done":2,"total":3,"at":61000}
                {"kind":"paused","waits":true,"at":61000}
                {"kind":"done","cancelled":true,"summary":{},"at":90000}
                {"kind":"started","run":"a","folder":"a","at":900000}
                {"kind":"progress","done":3,"total":3,"at":900250}
                """);
        assertEquals(2 + 0.5 + 1 + 0.25, RunTimes.worked(runs, RunFolder.readEvents(runs)), 1e-9);
    }

    @Test
    void aFolderOfOnesOwnTakesOneRun() throws Exception {
        Path own = runs.resolve("a").resolve("b");
        try (RunFolder run = RunFolder.at(own)) {
            run.writeRun(Map.of("seed", 3));
        }
        assertEquals(3, RunFolder.readRun(own).path("seed").asInt());
        var refused = assertThrows(WorkbenchException.class, () -> RunFolder.at(own));
        assertEquals("project.runThere", refused.key());
    }

    @Test
    void aFolderWithFilesOfOthersIsLeftAlone() throws Exception {
        Path file = Files.writeString(runs.resolve("metrics.csv"), "precious");
        var refused = assertThrows(WorkbenchException.class, () -> RunFolder.at(runs));
        assertEquals("project.outInUse", refused.key());
        refused = assertThrows(WorkbenchException.class, () -> RunFolder.at(file));
        assertEquals("project.outIsFile", refused.key());
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void aLineCutShortByACrashIsTakenOut() throws Exception {
        RunFolder run = RunFolder.create(runs, "answer");
        run.append(item("1"));
        Path events = run.path().resolve("events.jsonl");
        Files.writeString(events, "{\"kind\":\"ite", StandardOpenOption.APPEND);
        assertEquals(List.of(item("1")), RunFolder.readEvents(run.path()));
        run.close();
        try (RunFolder again = RunFolder.open(run.path())) {
            again.append(item("2"));
        }
        assertEquals(List.of(item("1"), item("2")), RunFolder.readEvents(run.path()));
    }

    @Test
    void aFolderThatIsWrittenToIsNotOpenedASecondTime() throws Exception {
        try (RunFolder run = RunFolder.create(runs, "train")) {
            assertEquals(
                    "project.runBusy",
                    assertThrows(WorkbenchException.class, () -> RunFolder.open(run.path())).key());
        }
    }

    @Test
    void whatComesAfterAStepAndFiguresOfTheEndAreTakenBack() throws Exception {
        RunEvent first = new RunEvent.MetricPoint("a,b", 1, .5);
        RunEvent second = new RunEvent.MetricPoint("a,b", 2, .25);
        try (RunFolder run = RunFolder.create(runs, "train")) {
            for (RunEvent event :
                    List.of(
                            first,
                            item("x"),
                            second,
                            new RunEvent.Checkpoint("f", 2, false),
                            new RunEvent.MetricPoint("accuracy", 0, 1))) {
                run.append(event);
            }
            run.rewind(1);
            run.append(second);
            assertEquals(List.of(first, item("x"), second), RunFolder.readEvents(run.path()));
            assertEquals(
                    List.of("metric,step,value", "\"a,b\",1,0.5", "\"a,b\",2,0.25"),
                    Files.readAllLines(run.path().resolve("metrics.csv")));
            assertEquals(
                    List.of(1L, 2L),
                    TensorBoardFile.read(run.path()).stream().map(Scalar::step).toList());
        }
    }

    @Test
    void runsOfTheSameSecondHaveTheirOwnFolders() throws Exception {
        try (RunFolder one = RunFolder.create(runs, "train");
                RunFolder two = RunFolder.create(runs, "train")) {
            assertNotEquals(one.id(), two.id());
            assertFalse(one.id().isBlank());
        }
        assertEquals(
                "project.noRun",
                assertThrows(
                                WorkbenchException.class,
                                () -> RunFolder.open(runs.resolve("none")).close())
                        .key());
    }
}
