package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A task whose questions are all listed beforehand. */
abstract class PooledTask implements MiniatureTask {
    private final Vocabulary vocabulary;
    private final AgentGraph graph;
    private final ItemPool pool;
    private final Map<String, PromptFiller> prompts = new HashMap<>();

    PooledTask(List<String> words, AgentGraph graph, List<TaskItem> items, SplitShares shares) {
        this.vocabulary = new Vocabulary(words);
        this.graph = graph;
        this.pool = new ItemPool(items, shares);
        for (Agent agent : graph.agents()) {
            prompts.put(agent.id(), new PromptFiller(vocabulary, agent.prompt()));
        }
    }

    /** An agent's prompt with its slots filled. */
    final List<PromptToken> prompt(
            String agent, String question, Map<String, List<TokenMix>> slots) {
        PromptFiller filler = prompts.get(agent);
        if (filler == null) {
            throw new IllegalArgumentException("no agent " + agent + " in " + name());
        }
        return filler.fill(question, slots);
    }

    /** A question to train on. */
    final Question trainingQuestion(RandomGenerator random) {
        return trainingItem(random).question();
    }

    /** The id of a word. */
    final int id(String word) {
        return vocabulary.id(word);
    }

    /** The ids of words. */
    final List<Integer> ids(List<String> words) {
        return words.stream().map(vocabulary::id).toList();
    }

    @Override
    public final Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public final String name() {
        return graph.name();
    }

    @Override
    public final AgentGraph graph() {
        return graph;
    }

    @Override
    public final List<TaskItem> items(Split split, int count, long seed) {
        return pool.draw(split, count, seed);
    }

    @Override
    public final TaskItem trainingItem(RandomGenerator random) {
        return pool.training(random);
    }
}
