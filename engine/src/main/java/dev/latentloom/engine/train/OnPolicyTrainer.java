package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * On-policy regression: the team walks a batch with its present links, and every link learns to
 * say, for each thought that came up, the embedding the sender's own softmax expects. No gradient
 * passes a language model, so memory does not grow with the rounds. It departs from the paper's
 * cross-entropy.
 */
final class OnPolicyTrainer implements LinkTrainer {
    private static final double ENDED = 0.15; // weight of a thought after the message's end
    private static final double MSE_SHARE = 1;
    private static final double CLIP = 1;

    private final Team team;
    private final Recipe recipe;
    private final Learning learning;
    private final ThoughtSource source;
    private final LinkSet teachers;
    private final List<AgentLinks> agents = new ArrayList<>();

    /**
     * @param links that learn from
     * @param source whose thoughts these are
     * @param learning which of them learn
     */
    OnPolicyTrainer(
            LinkTraining training,
            LinkSet links,
            ThoughtSource source,
            Learning learning,
            Scope scope)
            throws WorkbenchException {
        this.team = training.team();
        this.recipe = training.recipe();
        this.learning = learning;
        this.source = source;
        this.teachers = new TeamLinks(team, scope).trainingFree(TeamLinks.SOFT_TOKEN, 0);
        for (Teammate mate : team.mates()) {
            AgentLinks own = new AgentLinks(team, mate, links, learning, scope);
            if (!own.parameters().isEmpty()) {
                agents.add(own);
            }
        }
    }

    @Override
    public List<AdamW> optimizers() {
        return agents.stream().map(AgentLinks::optimizer).toList();
    }

    @Override
    public Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            return learn(source.thoughts(lesson, scope, monitor), lesson);
        }
    }

    /** The same on thoughts that are there. */
    Map<String, Double> learn(Map<String, Tensor> thoughts, Lesson lesson)
            throws WorkbenchException {
        Map<String, Double> told = new LinkedHashMap<>();
        for (AgentLinks own : agents) {
            Tensor said = thoughts.get(own.mate().agent().id());
            if (said != null) {
                learn(own, said, lesson, told);
            }
        }
        return told;
    }

    /** Some optimiser steps, each on another share of an agent's thoughts. */
    private void learn(AgentLinks own, Tensor thoughts, Lesson lesson, Map<String, Double> told)
            throws WorkbenchException {
        int rows = Math.toIntExact(thoughts.shape().get(0));
        long[] order = shuffled(rows, lesson.random());
        int updates = Math.min(recipe.updates(), rows);
        for (int update = 0; update < updates; update++) {
            int from = (int) ((long) rows * update / updates);
            int to = (int) ((long) rows * (update + 1) / updates);
            try (Scope scratch = Scope.open()) {
                long[] share = Arrays.copyOfRange(order, from, to);
                Tensor index = scratch.longs(share, share.length);
                Tensor x = TensorKernels.rows(thoughts, index, scratch);
                update(own, x, lesson.rate(), told, scratch);
            }
        }
    }

    private static long[] shuffled(int rows, RandomGenerator random) {
        long[] order = new long[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void update(
            AgentLinks own, Tensor x, double rate, Map<String, Double> told, Scope scratch)
            throws WorkbenchException {
        List<RegressionTarget> targets = targets(own, x, scratch);
        List<Tensor> losses = new ArrayList<>();
        List<Tensor> gradients;
        try (GradMode _ = GradMode.on()) {
            Tensor inner = own.inner().forward(x, scratch);
            if (learning.inner()) {
                losses.add(loss(inner, targets.getFirst(), scratch));
            }
            Tensor sent =
                    recipe.handover() == Handover.OUTER
                            ? x
                            : RegressionKernels.detached(inner, scratch);
            int at = 1;
            for (TrainableLink outer : own.outer().values()) {
                if (learning.outer()) {
                    losses.add(loss(outer.forward(sent, scratch), targets.get(at++), scratch));
                }
            }
            gradients = TensorKernels.gradients(losses, own.parameters(), null, false, scratch);
        }
        for (int i = 0; i < losses.size(); i++) {
            told.put("loss/" + own.names().get(i), TensorKernels.item(losses.get(i)));
        }
        own.byLink(gradients)
                .forEach((link, part) -> told.put("grad/" + link, RegressionKernels.norm(part)));
        AdamW.clip(gradients, CLIP);
        own.optimizer().step(gradients, rate);
    }

    private static Tensor loss(Tensor said, RegressionTarget target, Scope scratch) {
        return RegressionKernels.loss(said, target, MSE_SHARE, scratch);
    }

    /** What the inner link and then each outer link should say for these thoughts. */
    private List<RegressionTarget> targets(AgentLinks own, Tensor x, Scope scratch)
            throws WorkbenchException {
        CausalLm lm = own.mate().lm();
        int width = lm.config().hidden();
        Tensor weights =
                RegressionKernels.weights(
                        lm.logits(x, scratch), lm.config().endIds(), ENDED, scratch);
        List<RegressionTarget> targets = new ArrayList<>();
        targets.add(
                new RegressionTarget(
                        teachers.inner(own.mate().agent().id(), width).forward(x, scratch),
                        weights,
                        RegressionKernels.variance(lm)));
        for (Edge edge : own.outer().keySet()) {
            CausalLm target = team.mate(edge.to()).lm();
            int out = target.config().hidden();
            targets.add(
                    new RegressionTarget(
                            teachers.outer(edge.id(), width, out).forward(x, scratch),
                            weights,
                            RegressionKernels.variance(target)));
        }
        return targets;
    }
}
