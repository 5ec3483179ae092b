package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trainings that end early, because their accuracy gets no better. */
final class PatienceTest {
    private static final String LAST = "checkpoints/last.safetensors";

    @TempDir private static Path data;
    @AutoClose private static TrainRelay relay;

    @BeforeAll
    static void open() {
        relay = new TrainRelay(data);
    }

    private static RunSpec.Train spec(Map<String, String> changes) throws Exception {
        return TrainRelay.onFewQuestions(data, changes);
    }

    private static List<Double> accuracies(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.MetricPoint.class::isInstance)
                .map(RunEvent.MetricPoint.class::cast)
                .filter(point -> point.metric().equals("accuracy/validation"))
                .map(RunEvent.MetricPoint::value)
                .toList();
    }

    /** Number of measurements after which so many in a row were no better; all where none were. */
    private static int ends(List<Double> accuracies, int patience) {
        double best = -1;
        int unimproved = 0;
        for (int i = 0; i < accuracies.size(); i++) {
            unimproved = accuracies.get(i) > best ? 0 : unimproved + 1;
            best = Math.max(best, accuracies.get(i));
            if (unimproved == patience) {
                return i + 1;
            }
        }
        return accuracies.size();
    }

    private static Map<String, Object> summary(List<RunEvent> events) {
        return ((RunEvent.Done) events.getLast()).summary();
    }

    private static Path folder(List<RunEvent> events) {
        return Path.of(
                events.stream()
                        .filter(RunEvent.Started.class::isInstance)
                        .map(event -> ((RunEvent.Started) event).folder())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void trainingEndsOnceNothingGotBetterAndSaysSo() throws Exception {
        Map<String, String> still =
                Map.of("iterations", "60", "learningRate", "1e-9", "validateEvery", "3");
        List<RunEvent> patient = relay.run(spec(still));
        assertEquals(60L, summary(patient).get("steps"));
        assertFalse(summary(patient).containsKey("endedEarly"));
        int expected = ends(accuracies(patient), 2);
        assertTrue(expected < 20, "links that hardly change get no better: " + accuracies(patient));

        Map<String, String> changes = new TreeMap<>(still);
        changes.put("patience", "2");
        List<RunEvent> events = relay.run(spec(changes));
        assertEquals(accuracies(patient).subList(0, expected), accuracies(events));
        assertEquals(3L * expected, summary(events).get("steps"));
        assertEquals(true, summary(events).get("endedEarly"));
        assertTrue(
                events.stream()
                        .anyMatch(
                                event ->
                                        event instanceof RunEvent.Warning told
                                                && told.key().equals("train.endedEarly")
                                                && told.arguments().get(0).equals(3 * expected)));
        Path run = folder(events);
        byte[] before = Files.readAllBytes(run.resolve(LAST));
        String id = String.valueOf(run.getFileName());
        assertEquals(
                "train.resumeDone",
                relay.failure(TrainRelay.resumed(TrainRelay.FOLDER, id, Map.of())));
        assertArrayEquals(before, Files.readAllBytes(run.resolve(LAST)));
    }
}
