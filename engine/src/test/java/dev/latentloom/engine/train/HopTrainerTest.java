package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.SlotContent;
import dev.latentloom.engine.run.Spent;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.run.TurnResult;
import dev.latentloom.engine.run.Turns;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** What one step of the hop curriculum teaches, and how far a wrong message counts. */
@ExtendWith(TestEngine.class)
class HopTrainerTest {
    @TempDir private static Path folder;
    private static TinyTeam relay;

    @BeforeAll
    static void makeAgents() throws Exception {
        relay = new TinyTeam(new RelayTask(), folder, DType.F32);
    }

    @AfterAll
    static void freeAgents() {
        relay.close();
    }

    private static LinkTraining training(Map<String, String> changes) throws WorkbenchException {
        Map<String, String> all =
                new HashMap<>(Map.of("steps", "3", "rounds", "2", "batch", "4", "updates", "1"));
        all.putAll(changes);
        Recipe recipe = Recipes.of("hop-curriculum", "outer", all);
        return new LinkTraining(relay.team, TrainingData.of(relay.task, 4), recipe, 5);
    }

    private static LinkSet links(LinkTraining training, Scope scope) throws WorkbenchException {
        return new LinkParameters(training.team(), training.recipe(), 5, scope)
                .leaves(null, "test");
    }

    private static Lesson lesson(int turns, LinkTraining training) {
        SplittableRandom random = new SplittableRandom(3);
        return new Lesson(training.data().draw(4, random), turns, 1e-3, random);
    }

    private static Map<LinkKey, List<float[]>> values(LinkSet links) {
        Map<LinkKey, List<float[]>> values = new HashMap<>();
        links.trainable()
                .forEach(
                        link ->
                                values.put(
                                        link.getKey(),
                                        link.getValue().parameters().stream()
                                                .map(TensorKernels::floats)
                                                .toList()));
        return values;
    }

    /** Links that a step over so many turns changes. */
    private static Set<String> changed(int turns, LinkTraining training, Map<String, Double> told)
            throws WorkbenchException {
        Set<String> changed = new TreeSet<>();
        try (Scope scope = Scope.open()) {
            LinkSet links = links(training, scope);
            Map<LinkKey, List<float[]>> before = values(links);
            HopTrainer trainer = new HopTrainer(training, links, scope);
            told.putAll(trainer.step(lesson(turns, training), JobMonitor.NONE));
            values(links)
                    .forEach(
                            (link, now) -> {
                                List<float[]> then = before.getOrDefault(link, List.of());
                                for (int i = 0; i < now.size(); i++) {
                                    if (!Arrays.equals(now.get(i), then.get(i))) {
                                        changed.add(link.toString());
                                    }
                                }
                            });
        }
        return changed;
    }

    @Test
    void aLinkLearnsFromTheTurnThatReadsItAndNoEarlierOne() throws Exception {
        Map<String, Double> told = new HashMap<>();
        Set<String> changed = changed(3, training(Map.of("trainInner", "false")), told);
        assertEquals(
                new TreeSet<>(List.of("outer:critic-solver", "outer:planner-critic")), changed);
        assertTrue(told.containsKey("loss/outer:critic-solver"));
        assertFalse(told.containsKey("loss/outer:solver-planner"), "read by nobody yet");
    }

    @Test
    void innerLinksOfThoseWhoAreHeardGoOnLearning() throws Exception {
        Map<String, Double> told = new HashMap<>();
        Set<String> changed = changed(2, training(Map.of()), told);
        assertEquals(
                new TreeSet<>(List.of("inner:planner", "outer:planner-critic")),
                changed,
                "what the critic says in the last turn is heard by nobody");
        assertTrue(told.containsKey("loss/inner:planner"));
    }

    @Test
    void everyUpdateTakesItsOwnQuestions() throws Exception {
        Map<String, Double> one = new HashMap<>();
        Map<String, Double> two = new HashMap<>();
        changed(3, training(Map.of("updates", "1")), one);
        changed(3, training(Map.of("updates", "2")), two);
        assertTrue(Math.abs(one.getOrDefault("loss", 0.0) - two.getOrDefault("loss", 0.0)) > 1e-6);
    }

    @Test
    void aShareRecallsWhatWasThoughtOfItsOwnQuestions() throws Exception {
        LinkTraining training = training(Map.of());
        Lesson lesson = lesson(3, training);
        try (Scope scope = Scope.open()) {
            LinkSet links = links(training, scope);
            KeptThoughts kept =
                    new FreeThoughts(training, links).kept(lesson, scope, JobMonitor.NONE);
            float[] all = TensorKernels.floats(Objects.requireNonNull(kept.of(1, "critic")));
            RoleText second = new RoleText(training, lesson.questions(), 2, 4);
            Teammate critic = training.team().mate("critic");
            Turn turn = new Turn(1, critic, second.meant());
            Shape empty = Shape.of(2, 1, critic.lm().config().hidden());
            FilledPrompt prompt =
                    FilledPrompt.unpadded(
                            TensorKernels.zeros(
                                    empty, critic.lm().device(), critic.lm().type(), scope));
            Tensor own =
                    new ThinkingWay.Recalled(kept, second)
                            .rollout(turn, links, scope)
                            .think(prompt, scope, JobMonitor.NONE);
            assertArrayEquals(
                    Arrays.copyOfRange(all, all.length / 2, all.length), TensorKernels.floats(own));
            assertNull(kept.of(1, "solver"), "its turn is the last, which nobody hears");
        }
    }

    @Test
    void aWrongMessageCountsForNothing() throws Exception {
        LinkTraining training = training(Map.of());
        Lesson lesson = lesson(2, training);
        RoleText texts = RoleText.of(training, lesson.questions());
        try (Scope scope = Scope.open()) {
            double right = heard(training, texts, List.of(), scope);
            double wrong = heard(training, texts, List.of(0, 1, 2, 3), scope);
            double half = heard(training, texts, List.of(1, 3), scope);
            assertTrue(right > 0.9, "right " + right);
            assertTrue(wrong < 0.1, "wrong " + wrong);
            assertEquals((right + wrong) / 2, half, 0.1);
        }
    }

    /** How much of the critic's turn counts if the planner gets some questions wrong. */
    private static double heard(
            LinkTraining training, RoleText texts, List<Integer> wrong, Scope scope)
            throws WorkbenchException {
        HopLosses losses = new HopLosses(training.team().graph(), texts, scope);
        Turns said =
                new Turns() {
                    @Override
                    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner)
                            throws WorkbenchException {
                        Tensor thoughts = sure(turn.mate(), texts, wrong, owner);
                        losses.taken(turn, prompt, thoughts);
                        return new TurnResult(
                                new SlotContent.Thoughts(thoughts),
                                Collections.nCopies(prompt.rows(), new Spent(0, 0, 2, 0)));
                    }

                    @Override
                    public SlotContent deliver(
                            int round, Edge edge, SlotContent content, Scope owner)
                            throws WorkbenchException {
                        losses.delivered(edge);
                        CausalLm lm = training.team().mate(edge.to()).lm();
                        Shape none = Shape.of(texts.meant().size(), 0, lm.config().hidden());
                        return new SlotContent.Thoughts(
                                TensorKernels.zeros(none, lm.device(), lm.type(), owner));
                    }

                    @Override
                    public boolean latent() {
                        return true;
                    }
                };
        int size = texts.meant().size();
        new GraphWalk(training.team(), said, 1, size)
                .walkTurns(
                        2,
                        texts.meant(),
                        new Ledger(size, JobMonitor.NONE),
                        scope,
                        JobMonitor.NONE);
        return losses.told().getOrDefault("heard/outer:planner-critic", -1.0);
    }

    /** Thoughts at which an agent is sure of its right message, or of another. */
    private static Tensor sure(Teammate mate, RoleText texts, List<Integer> wrong, Scope scope)
            throws WorkbenchException {
        CausalLm lm = mate.lm();
        int length = 2;
        Tensor ids = texts.ended(1, mate, mate, length, scope);
        long[] tokens = TensorKernels.longs(ids);
        for (int row : wrong) {
            tokens[row * length] = tokens[row * length] == 0 ? 1 : 0;
        }
        Tensor index = scope.longs(tokens, tokens.length);
        Tensor rows = TensorKernels.rows(lm.outputTable(), index, scope);
        Shape shape = Shape.of(tokens.length / length, length, lm.config().hidden());
        return TensorKernels.scale(TensorKernels.reshape(rows, shape, scope), 1e4, scope);
    }
}
