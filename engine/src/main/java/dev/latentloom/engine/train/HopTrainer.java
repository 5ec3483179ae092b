package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cross-entropy hop by hop. The team walks a batch freely, no gradients recorded. Then every turn
 * is read again: what its senders had thought goes through the links into the reader's slot, behind
 * it stands the reader's right message, and its cross-entropy teaches the links that led there.
 * Gradients pass the reader's model and the links into it and end at the senders' thoughts. Inner
 * links go on learning by regression on the thoughts that came up.
 */
final class HopTrainer implements LinkTrainer {
    private final LinkTraining training;
    private final LinkSet links;
    private final FreeThoughts free;
    private final OnPolicyTrainer inner;
    private final TeamOptimizer outer;

    /**
     * @param scope owns the optimisers
     */
    HopTrainer(LinkTraining training, LinkSet links, Scope scope) throws WorkbenchException {
        this.training = training;
        this.links = links;
        this.free = new FreeThoughts(training, links);
        Learning regressed = new Learning(training.recipe().trainInner(), false);
        this.inner = new OnPolicyTrainer(training, links, free, regressed, scope);
        this.outer =
                new TeamOptimizer(links, new Learning(false, true), AdamWSettings.LINKS, scope);
    }

    @Override
    public List<AdamW> optimizers() {
        return Stream.of(inner.optimizers(), outer.optimizers()).flatMap(List::stream).toList();
    }

    @Override
    public Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            KeptThoughts kept = free.kept(lesson, scope, monitor);
            Map<String, Double> told = new LinkedHashMap<>();
            int size = lesson.questions().size();
            int updates = Math.min(training.recipe().updates(), size);
            for (int update = 0; update < updates; update++) {
                monitor.checkCancelled();
                int from = (int) ((long) size * update / updates);
                int to = (int) ((long) size * (update + 1) / updates);
                RoleText texts = new RoleText(training, lesson.questions(), from, to);
                learn(kept, texts, lesson)
                        .forEach(
                                (metric, value) ->
                                        told.merge(metric, value / updates, Double::sum));
            }
            told.putAll(inner.learn(kept.thoughts(), lesson));
            return told;
        }
    }

    /** One optimiser step on some questions of the batch. */
    private Map<String, Double> learn(KeptThoughts kept, RoleText texts, Lesson lesson)
            throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            HopLosses losses = new HopLosses(training.team().graph(), texts, scope);
            RoundLinks rounds = new RoundLinks(links, link -> !link.inner(), scope);
            ThinkingWay way = new ThinkingWay.Recalled(kept, texts);
            Unroll.Parts parts = new Unroll.Parts(rounds, way, losses, false, scope);
            Unroll unroll = new Unroll(training, parts, JobMonitor.NONE);
            Tensor total;
            try (GradMode _ = GradMode.on()) {
                walk(unroll, texts, lesson, scope);
                total = losses.total();
            }
            RoundGradients gradients = new RoundGradients(scope);
            new WayBack(rounds, way, gradients, scope).go(total, unroll);
            Map<String, Double> told = losses.told();
            told.putAll(gradients.norms()); // before they are clipped in place
            outer.step(gradients, lesson.rate());
            return told;
        }
    }

    private void walk(Unroll unroll, RoleText texts, Lesson lesson, Scope scope)
            throws WorkbenchException {
        Team team = training.team();
        int rounds = training.recipe().roundsOf(team.graph());
        int size = texts.meant().size();
        new GraphWalk(team, unroll, rounds, size)
                .walkTurns(
                        lesson.turns(),
                        texts.meant(),
                        new Ledger(size, JobMonitor.NONE),
                        scope,
                        JobMonitor.NONE);
    }
}
