package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.project.RunFolder;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;

/** A training killed by the system at any moment goes on from its last checkpoint. */
@Tag("slow")
final class KilledTrainingTest {
    private static final int KILLS = 20;
    private static final int STEPS = 24; // at most so many before a kill
    private static final int LONGEST = 100; // ms more at most: amid a step, or a checkpoint

    @Test
    void aTrainingKilledTwentyTimesEndsAsAnUninterruptedOne(@TempDir Path data) throws Exception {
        Path runs = data.resolve("projects").resolve("relay").resolve("runs");
        TrainProcess whole = TrainProcess.start(data);
        Path expected = runs.resolve(whole.started());
        assertEquals("", whole.end());

        Random random = new Random(20);
        TrainProcess process = TrainProcess.start(data);
        String id = process.started();
        Path run = runs.resolve(id);
        Path last = Course.file(run, Course.LAST);
        TreeSet<Integer> reached = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            process.steps(random.nextInt(STEPS));
            Thread.sleep(random.nextInt(LONGEST));
            process.kill();
            RunFolder.readEvents(run);
            reached.add(TrainCheckpoint.iteration(last));
            if (Files.exists(last)) {
                Safetensors.open(last);
            }
            process = TrainProcess.start(data, id);
            assertEquals(id, process.started());
        }
        assertEquals("", process.end());
        System.out.println("checkpoints at the kills: " + reached);
        assertTrue(reached.size() > KILLS / 4, "killed amid training: " + reached);
        assertEquals("done", RunFolder.readRun(run).path("state").asText());
        assertEquals(
                Files.readString(expected.resolve("metrics.csv")),
                Files.readString(run.resolve("metrics.csv")));
        assertArrayEquals(
                Files.readAllBytes(Course.file(expected, Course.LAST)), Files.readAllBytes(last));
        assertTrue(new LinkFolder(runs.resolveSibling("links").resolve(id)).exists());
    }
}
