package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import java.util.List;
import java.util.random.RandomGenerator;

/** A task that tiny agents solve only together: questions, exact answers, and what agents learn. */
public interface MiniatureTask {
    /** Name on the command line, such as {@code relay}. */
    String name();

    /** The words all its agents share. */
    Vocabulary vocabulary();

    /** Its team, ready to run: prompts, latent steps, rounds, models under {@code models/}. */
    AgentGraph graph();

    /** How each agent of the graph is made, in the graph's order. */
    List<AgentPlan> plans();

    /**
     * Different items of a split, at most {@code count}, in the task's own proportions; fewer where
     * the split has no more. Equal seeds give equal items.
     */
    List<TaskItem> items(Split split, int count, long seed);

    /** One item of the train split, drawn as often as the task asks it; it may come again. */
    TaskItem trainingItem(RandomGenerator random);

    /** Draws one example for an agent, from questions of the train split and its own table only. */
    AgentExample example(String agent, RandomGenerator random);

    /** The answer in what the answering agent said; empty where it said none. */
    String readOut(String decoded);

    /**
     * What faultless agents say in the given rounds, in order, up to the answer; empty where the
     * task does not determine it.
     */
    List<Turn> trace(Question question, int rounds);

    /** The questions of {@link #items}. */
    default List<Question> questions(Split split, int count, long seed) {
        return items(split, count, seed).stream().map(TaskItem::question).toList();
    }

    /** The share of items a faultless team answers within so many rounds, 0 to 1. */
    static double bound(List<TaskItem> items, int rounds) {
        long within = items.stream().filter(item -> item.roundsNeeded() <= rounds).count();
        return items.isEmpty() ? 0 : (double) within / items.size();
    }
}
