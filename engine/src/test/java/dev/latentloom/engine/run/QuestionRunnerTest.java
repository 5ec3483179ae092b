package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TestEngine.class)
final class QuestionRunnerTest {
    private static TestTeam made;
    private static Team team;
    private static Scope scope;
    private static LinkSet links;

    @BeforeAll
    static void load(@TempDir Path folder) throws WorkbenchException, InterruptedException {
        made = new TestTeam(folder);
        team = made.load(TestTeam.TASK.graph());
        scope = Scope.open();
        links = new TeamLinks(team, scope).trainingFree(TeamLinks.UNTRAINED, 1);
    }

    @AfterAll
    static void free() {
        scope.close();
        team.close();
        made.close();
    }

    private static Kept run(RunChoices choices, int count, JobMonitor monitor)
            throws WorkbenchException {
        Kept kept = new Kept();
        LinkSet through = choices.mode() == RunMode.TEXT ? null : links;
        new QuestionRunner(team, choices, through, AnswerCheck.of(TestTeam.TASK))
                .answer(TestTeam.questions(count), List.of(), kept, monitor);
        return kept;
    }

    private static List<String> said(RunChoices choices, int count) throws WorkbenchException {
        List<String> texts = new ArrayList<>();
        Kept kept = run(choices, count, JobMonitor.NONE);
        kept.items().forEach(item -> texts.add(item.question().id() + " " + item.answer()));
        return texts;
    }

    @ParameterizedTest
    @EnumSource(
            value = Control.class,
            names = {"NONE", "ZERO", "SHUFFLE", "MEAN", "NOISE", "SNAP", "M0"})
    void filledPromptsDoNotDependOnTheBatch(Control control) throws WorkbenchException {
        assertArrayEquals(lastPrompts(control, 1), lastPrompts(control, 3), 1e-4f);
    }

    /** Every value of the last turn's prompts, question by question. */
    private static float[] lastPrompts(Control control, int batch) throws WorkbenchException {
        List<Question> questions = TestTeam.questions(7);
        HandoverControl acting = new HandoverControl(Controls.of(control), questions, 5);
        LatentTurns turns =
                new LatentTurns(
                        team,
                        new LatentSettings(links, Handover.OUTER_INNER),
                        turn -> {
                            String id = turn.mate().agent().id();
                            int width = turn.mate().lm().config().hidden();
                            int steps = control == Control.M0 ? 0 : 3;
                            return new LatentRollout(
                                    turn.mate().lm(), links.inner(id, width), steps);
                        },
                        acting,
                        JobMonitor.NONE);
        try (Scope run = Scope.open()) {
            LastTurn last =
                    new GraphWalk(team, turns, 2, batch)
                            .walk(questions, new Ledger(7, JobMonitor.NONE), run, JobMonitor.NONE);
            List<float[]> rows = new ArrayList<>();
            for (int i = 0; i < last.size(); i++) {
                FilledPrompt prompt = last.prompt(i, i + 1, run);
                rows.add(TensorKernels.floats(prompt.embeddings()));
            }
            int size = rows.stream().mapToInt(row -> row.length).sum();
            float[] all = new float[size];
            int at = 0;
            for (float[] row : rows) {
                System.arraycopy(row, 0, all, at, row.length);
                at += row.length;
            }
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"LATENT", "TEXT"})
    void answersDoNotDependOnTheBatch(RunMode mode) throws WorkbenchException {
        for (double temperature : new double[] {0, 0.8}) {
            assertEquals(
                    said(TestTeam.choices(mode, Control.NONE, 1, temperature), 6),
                    said(TestTeam.choices(mode, Control.NONE, 4, temperature), 6));
        }
    }

    @Test
    void equalSeedsGiveEqualRuns() throws WorkbenchException {
        RunChoices choices = TestTeam.choices(RunMode.LATENT, Control.NOISE, 3, 0.9);
        assertEquals(said(choices, 6), said(choices, 6));
    }

    @Test
    void theLedgerOfTurnsIsTheLedgerOfItems() throws WorkbenchException {
        List<RunEvent.TurnDone> turns = new ArrayList<>();
        Kept kept =
                run(
                        TestTeam.choices(RunMode.LATENT, Control.NONE, 2, 0),
                        5,
                        event -> {
                            if (event instanceof RunEvent.TurnDone done) {
                                turns.add(done);
                            }
                        });
        var summary = kept.summary();
        assertEquals(
                turns.stream().mapToLong(RunEvent.TurnDone::prefillTokens).sum(),
                summary.get("prefillTokens"));
        assertEquals(
                turns.stream().mapToLong(RunEvent.TurnDone::decodedTokens).sum(),
                summary.get("decodedTokens"));
        assertEquals(5L * 5 * 8, summary.get("latentSteps")); // five turns of m = 8 each
        assertEquals(3 * 6, turns.size()); // three batches, six turns
    }

    @Test
    void textHandsOverWhatWasDecodedAndTakesNoLatentSteps() throws WorkbenchException {
        List<RunEvent> events = new ArrayList<>();
        Kept kept = run(TestTeam.choices(RunMode.TEXT, Control.NONE, 2, 0), 2, events::add);
        assertEquals(0L, kept.summary().get("latentSteps"));
        assertTrue(
                events.stream()
                        .noneMatch(
                                event ->
                                        event instanceof RunEvent.Delivered carried
                                                && carried.latent()));
        assertTrue(kept.items().stream().allMatch(item -> item.spent().decodedTokens() > 2));
    }

    @Test
    void aCancelledRunKeepsWhatItHad() {
        Kept kept = new Kept();
        JobMonitor monitor =
                new JobMonitor() {
                    @Override
                    public void event(RunEvent event) {}

                    @Override
                    public boolean cancelled() {
                        return kept.items().size() >= 2;
                    }
                };
        RunChoices choices = TestTeam.choices(RunMode.LATENT, Control.NONE, 1, 0);
        var runner = new QuestionRunner(team, choices, links, AnswerCheck.of(TestTeam.TASK));
        assertThrows(
                CancelledException.class,
                () -> runner.answer(TestTeam.questions(5), List.of(), kept, monitor));
        assertEquals(2, kept.items().size());
    }

    @Test
    void aSingleQuestionBorrowsOthersToShuffleWith() throws WorkbenchException {
        List<Question> questions = TestTeam.questions(5);
        RunChoices choices = TestTeam.choices(RunMode.LATENT, Control.SHUFFLE, 1, 0);
        var runner = new QuestionRunner(team, choices, links, AnswerCheck.of(TestTeam.TASK));
        Kept kept = new Kept();
        runner.answer(questions.subList(0, 1), questions.subList(1, 5), kept, JobMonitor.NONE);
        assertEquals(1, kept.items().size());
        var alone =
                assertThrows(
                        WorkbenchException.class,
                        () ->
                                runner.answer(
                                        questions.subList(0, 1), List.of(), kept, JobMonitor.NONE));
        assertEquals("run.controlNeedsOthers", alone.key());
    }

    @Test
    void noiseIsRefusedInText() {
        RunChoices choices = TestTeam.choices(RunMode.TEXT, Control.NOISE, 1, 0);
        var said = assertThrows(WorkbenchException.class, () -> run(choices, 2, JobMonitor.NONE));
        assertEquals("run.controlOfText", said.key());
        assertEquals(List.of("noise"), said.arguments());
    }

    @Test
    void nothingIsLeftInMemory() throws WorkbenchException {
        RunChoices choices = TestTeam.choices(RunMode.LATENT, Control.SHUFFLE, 2, 0);
        run(choices, 4, JobMonitor.NONE);
        long before = Scope.liveInProcess();
        run(choices, 4, JobMonitor.NONE);
        assertEquals(before, Scope.liveInProcess());
    }

    @Test
    void anEdgeIntoAMissingSlotIsRefused() {
        AgentGraph graph = TestTeam.TASK.graph();
        var edges = new ArrayList<>(graph.edges());
        var first = edges.removeFirst();
        edges.add(new Edge(first.id(), first.from(), first.to(), "elsewhere", first.design()));
        AgentGraph wrong =
                new AgentGraph("wrong", "free-form", graph.agents(), edges, graph.answering(), 2);
        var said = assertThrows(WorkbenchException.class, () -> made.load(wrong));
        assertEquals("run.noSlot", said.key());
    }
}
