package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What holds for every miniature task. */
class MiniatureTaskTest {
    static List<MiniatureTask> tasks() {
        return MiniatureTasks.all();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void splitsNeverMeetWhateverTheSeed(MiniatureTask task) {
        Set<String> seen = new HashSet<>();
        for (Split split : Split.values()) {
            Set<String> mine = new HashSet<>();
            for (long seed = 0; seed < 3; seed++) {
                List<Question> drawn = task.questions(split, 300, seed);
                assertEquals(drawn.size(), Set.copyOf(drawn).size(), "an item comes twice");
                drawn.forEach(question -> mine.add(question.id()));
            }
            for (String id : mine) {
                assertTrue(seen.add(id), "two splits hold " + id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void trainingNeverSeesValidationOrTest(MiniatureTask task) {
        Set<String> unseen = new HashSet<>();
        task.questions(Split.TEST, 100_000, 0).forEach(question -> unseen.add(question.text()));
        task.questions(Split.VALIDATION, 100_000, 0).forEach(q -> unseen.add(q.text()));
        int words = unseen.iterator().next().split(" ", -1).length;
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            assertFalse(unseen.contains(task.trainingItem(random).question().text()));
            if (task.name().equals("fork")) {
                continue; // its agents know every entity, its links are kept from most
            }
            for (Agent agent : task.graph().agents()) {
                String prompt = promptOf(task, task.example(agent.id(), random));
                List<String> all = List.of(prompt.split(" ", -1));
                for (int from = 0; from + words <= all.size(); from++) {
                    String window = String.join(" ", all.subList(from, from + words));
                    assertFalse(unseen.contains(window), prompt);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void equalSeedsGiveEqualItems(MiniatureTask task) {
        assertEquals(task.items(Split.TEST, 50, 7), task.items(Split.TEST, 50, 7));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyWordOfPromptsAndQuestionsIsInTheVocabulary(MiniatureTask task) {
        for (Question question : task.questions(Split.TEST, 200, 0)) {
            assertFalse(task.vocabulary().encode(question.text()).isEmpty());
            assertEquals(1, task.vocabulary().encode(question.answer()).size());
        }
    }

    /** The examples are what the graph's own prompts render to, the slots' contents put in. */
    @ParameterizedTest
    @MethodSource("tasks")
    void examplesAreThePromptsTheGraphRenders(MiniatureTask task) {
        Random random = new Random(2);
        for (Agent agent : task.graph().agents()) {
            for (int i = 0; i < 200; i++) {
                AgentExample example = task.example(agent.id(), random);
                String rendered = promptOf(task, example);
                assertTrue(
                        rendered.matches(shapeOf(agent.prompt())),
                        rendered + " is not " + agent.prompt());
            }
        }
    }

    /** A template as a pattern: slots hold any words, sections may be missing. */
    private static String shapeOf(String prompt) {
        return prompt.replaceAll("([\\[\\]])", "\\\\$1")
                .replaceAll(" *\\{\\{#\\w+}}", "( ")
                .replaceAll("\\{\\{/\\w+}} *", ")? ")
                .replaceAll("\\{\\{\\w+}} *", "([^\\\\[\\\\]]*)");
    }

    private static String promptOf(MiniatureTask task, AgentExample example) {
        return task.vocabulary()
                .decode(example.prompt().stream().map(t -> t.mix().ids().getFirst()).toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void graphNamesWhatItUses(MiniatureTask task) {
        AgentGraph graph = task.graph();
        assertTrue(graph.agent(graph.answering()).isPresent());
        assertEquals(
                graph.agents().stream().map(Agent::id).toList(),
                task.plans().stream().map(AgentPlan::agent).toList());
        task.plans().forEach(plan -> assertEquals(0, plan.shape().hidden() % plan.shape().heads()));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void batchesHoldEachExampleInFull(MiniatureTask task) {
        for (Agent agent : task.graph().agents()) {
            ExampleBatch batch = ExampleBatch.draw(task, agent.id(), 16, new Random(3));
            double weight = 0;
            double shares = 0;
            for (float w : batch.lossWeights()) {
                weight += w;
            }
            for (float share : batch.targetShares()) {
                shares += share;
            }
            assertTrue(weight > 0 && weight <= shares + 1e-3, weight + " of " + shares);
            assertEquals(batch.batch() * batch.length() * batch.mix(), batch.inputIds().length);
        }
    }
}
