package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RunFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

final class LocalJobRunnerTest {
    private static final RunSettings TEXT = RelaySample.settings(RunMode.TEXT, null, Control.NONE);

    @TempDir private static Path data;
    @AutoClose private static RelaySample sample;

    @BeforeAll
    static void open() {
        sample = new RelaySample(data);
    }

    private static Path folderOf(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(event -> Path.of(((RunEvent.Started) event).folder()))
                .findFirst()
                .orElseThrow();
    }

    private static RunEvent.Failed failure(RunSpec spec) throws InterruptedException {
        return assertInstanceOf(RunEvent.Failed.class, sample.run(spec).getLast());
    }

    @Test
    void theRunsFolderTellsTheSameStory()
            throws InterruptedException, WorkbenchException, IOException {
        List<RunEvent> heard = sample.run(sample.evaluate(5, TEXT));
        Path folder = folderOf(heard);
        assertTrue(folder.startsWith(data), "runs of a sample do not go into the sample");
        List<RunEvent> story = new ArrayList<>(heard);
        story.removeIf(event -> event instanceof RunEvent.Stage);
        assertEquals(story.size(), RunFolder.readEvents(folder).size());
        assertEquals(5, Files.readAllLines(folder.resolve("items.jsonl")).size());
        var about = RunFolder.readRun(folder);
        assertEquals("done", about.path("state").asText());
        assertEquals(5, about.path("summary").path("n").asInt());
        assertEquals("cpu", about.path("device").asText());
        assertEquals(3, about.path("choices").path("rounds").asInt());
        String weights = about.path("models").path("critic/model.safetensors").asText();
        assertTrue(weights.matches("sha256:[0-9a-f]{64}"), weights);
    }

    @Test
    void equalRunsGiveEqualBytes() throws InterruptedException, IOException {
        RunSettings noisy =
                new RunSettings(
                        RunMode.LATENT,
                        "on-policy-1",
                        null,
                        2,
                        Control.NOISE,
                        null,
                        null,
                        null,
                        0.8,
                        null,
                        4,
                        11);
        List<RunEvent> one = sample.run(sample.evaluate(6, noisy));
        List<RunEvent> two = sample.run(sample.evaluate(6, noisy));
        assertEquals(answers(one), answers(two));
        assertEquals(
                Files.readString(folderOf(one).resolve("metrics.csv")),
                Files.readString(folderOf(two).resolve("metrics.csv")));
    }

    private static List<String> answers(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.ItemResult.class::isInstance)
                .map(event -> ((RunEvent.ItemResult) event).answer())
                .toList();
    }

    @Test
    void aStoppedRunKeepsItsItemsAndSaysSo() throws InterruptedException, WorkbenchException {
        RunSettings slow =
                new RunSettings(
                        RunMode.TEXT, null, null, null, null, null, null, null, null, null, 1, 0);
        CountDownLatch first = new CountDownLatch(1);
        List<RunEvent> events = new ArrayList<>();
        JobHandle handle =
                sample.runner.submit(
                        sample.evaluate(2000, slow),
                        event -> {
                            events.add(event);
                            if (event instanceof RunEvent.ItemResult) {
                                first.countDown();
                            }
                        });
        first.await();
        long asked = System.nanoTime();
        handle.cancel();
        handle.await();
        assertTrue(System.nanoTime() - asked < 2_000_000_000L, "stopped in 2 s");
        var done = assertInstanceOf(RunEvent.Done.class, events.getLast());
        assertTrue(done.cancelled());
        assertEquals(answers(events).size(), done.summary().get("n"));
        var about = RunFolder.readRun(folderOf(events));
        assertEquals("cancelled", about.path("state").asText());
    }

    @Test
    void latentModeWithoutLinksFailsAndListsThem(@TempDir Path own)
            throws InterruptedException, WorkbenchException {
        Path project = RelaySample.project(own, null, false);
        var failed =
                failure(
                        new RunSpec.Answer(
                                project,
                                null,
                                "e1 A .",
                                RelaySample.settings(RunMode.LATENT, null, Control.NONE)));
        assertEquals("run.noLinks", failed.key());
        assertEquals(List.of("realign, soft-token, untrained"), failed.arguments());
    }

    @Test
    void runsOfAProjectOfOnesOwnLieInIt(@TempDir Path own)
            throws InterruptedException, WorkbenchException {
        Path project = RelaySample.project(own, "soft-token", false);
        var asked = new RunSpec.Answer(project, null, "e1 A .", RunSettings.DEFAULTS);
        Path folder = folderOf(sample.run(asked));
        assertEquals(project.resolve("runs"), folder.getParent());
    }

    @Test
    void aSingleQuestionIsShuffledWithOthersOfItsTask() throws InterruptedException {
        var asked =
                new RunSpec.Answer(
                        RelaySample.FOLDER,
                        null,
                        "e3 A A C B A .",
                        RelaySample.settings(RunMode.LATENT, "soft-token", Control.SHUFFLE));
        assertEquals(1, sample.summary(asked).get("n"));
    }

    @Test
    void latentMasNeedsOneModelAndThenAnswers(@TempDir Path own)
            throws InterruptedException, WorkbenchException {
        RunSettings mas = RelaySample.settings(RunMode.LATENT_MAS, null, Control.NONE);
        var three = new RunSpec.Answer(RelaySample.FOLDER, null, "e1 A .", mas);
        assertEquals("run.latentMasModels", failure(three).key());
        Path project = RelaySample.project(own, null, true);
        Map<String, Object> summary =
                sample.summary(new RunSpec.Answer(project, null, "e1 A .", mas));
        assertEquals(5L * 8, summary.get("latentSteps")); // two rounds of three, the last speaks
        assertTrue((long) (Long) summary.getOrDefault("decodedTokens", 0L) > 0);
    }

    @Test
    void generationStreamsWhatItReturns() throws InterruptedException {
        StringBuilder streamed = new StringBuilder();
        Path model = RelaySample.FOLDER.resolve("models").resolve("planner");
        var spec = new RunSpec.Generate(model, "<bos> ROLE_P e1 A . [ ] OUT", false, true, 6, 0, 0);
        AtomicReference<RunEvent> last = new AtomicReference<>();
        sample.runner
                .submit(
                        spec,
                        event -> {
                            last.set(event);
                            if (event instanceof RunEvent.Token token) {
                                streamed.append(token.text());
                            }
                        })
                .await();
        var done = assertInstanceOf(RunEvent.Done.class, last.get());
        assertEquals(6, done.summary().get("tokens"));
        assertEquals("length", done.summary().get("finish"));
        assertEquals(done.summary().get("text"), streamed.toString());
        assertFalse(streamed.isEmpty());
    }

    @Test
    void trainingIsLeftToItsExecutor() throws InterruptedException {
        var spec =
                new RunSpec.Train(
                        RelaySample.FOLDER,
                        null,
                        "on-policy",
                        null,
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        1L);
        assertEquals("on-policy", sample.summary(spec).get("trained"));
    }

    @Test
    void memoryThatRanOutIsToldInNumbers() {
        assertEquals("3 MiB", MemoryShortage.needed("you tried to allocate 3145728 bytes. Error"));
        assertEquals("2.50 GiB", MemoryShortage.needed("Tried to allocate 2.50 GiB. GPU 0 has"));
    }
}
