package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.project.RecordedTurn;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** What a run tells of every agent's turn on every item. */
class ItemTurnsTest {
    @TempDir private Path data;
    @AutoClose private RelaySample sample;

    @BeforeEach
    void open() {
        sample = new RelaySample(data);
    }

    private List<RunEvent> run(RunMode mode) throws InterruptedException {
        RunSettings settings =
                new RunSettings(
                        mode, "soft-token", 4, null, null, null, null, null, null, null, 2, 0);
        return sample.run(
                sample.evaluate(3, mode == RunMode.TEXT ? settings : settings.withLens(2)));
    }

    private static Path folder(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(event -> Path.of(((RunEvent.Started) event).folder()))
                .findFirst()
                .orElseThrow();
    }

    private static List<RunEvent.ItemResult> items(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.ItemResult.class::isInstance)
                .map(RunEvent.ItemResult.class::cast)
                .toList();
    }

    private static void addUp(RunEvent.ItemResult item, List<RecordedTurn> turns) {
        assertEquals(
                item.prefillTokens(),
                turns.stream().mapToLong(one -> one.turn().prefillTokens()).sum());
        assertEquals(
                item.decodedTokens(),
                turns.stream().mapToLong(one -> one.turn().decodedTokens()).sum());
        assertEquals(
                item.latentSteps(),
                turns.stream().mapToLong(one -> one.turn().latentSteps()).sum());
    }

    @Test
    void thoughtsStandInThePromptsAndTheSharesAddUpToTheItem() throws Exception {
        List<RunEvent> events = run(RunMode.LATENT);
        List<RunEvent.ItemResult> items = items(events);
        assertEquals(3, items.size());
        for (int i = 0; i < items.size(); i++) {
            List<RecordedTurn> turns = RecordedTurn.of(folder(events), items.get(i).id());
            assertEquals(9, turns.size());
            addUp(items.get(i), turns);
            assertTrue(turns.getFirst().turn().prompt().contains(items.get(i).question()));
            assertNull(turns.getFirst().turn().text());
            assertTrue(turns.get(1).turn().prompt().contains(" × 4⟧"), turns.get(1).toString());
            String said = Objects.requireNonNull(turns.getLast().turn().text());
            assertTrue(said.contains(items.get(i).answer()), said);
            boolean firstOfItsBatch = i != 1;
            assertEquals(firstOfItsBatch ? 4 : 0, turns.getFirst().lenses().size());
        }
    }

    @Test
    void inTextEveryMessageStandsInTheNextPrompt() throws Exception {
        List<RunEvent> events = run(RunMode.TEXT);
        for (RunEvent.ItemResult item : items(events)) {
            List<RecordedTurn> turns = RecordedTurn.of(folder(events), item.id());
            addUp(item, turns);
            String said = Objects.requireNonNull(turns.getFirst().turn().text());
            assertTrue(turns.get(1).turn().prompt().contains(said.strip()), said);
        }
    }

    @Test
    void aLineCutShortDoesNotCountAndAnotherItemHasItsOwnTurns() throws Exception {
        List<RunEvent> events = run(RunMode.LATENT);
        Path file = folder(events).resolve("events.jsonl");
        Files.writeString(file, "{\"kind\":\"itemTurn\",\"item", StandardOpenOption.APPEND);
        assertEquals(9, RecordedTurn.of(folder(events), items(events).getLast().id()).size());
        assertTrue(RecordedTurn.of(folder(events), "nobody").isEmpty());
    }
}
