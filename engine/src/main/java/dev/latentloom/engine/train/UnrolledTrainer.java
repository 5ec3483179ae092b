package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cross-entropy through the rounds: walks under autograd, one way back through all turns, one
 * clipped AdamW step of the links that learn in it. A batch may be walked in parts whose gradients
 * add up to its own.
 */
final class UnrolledTrainer implements LinkTrainer {
    private final LinkTraining training;
    private final LinkSet links;
    private final Learning learning;
    private final UnrolledLoss loss;
    private final UnrollPlan plan;
    private final TeamOptimizer optimizer;
    private final NoPath noPath;

    /**
     * What is learned from what.
     *
     * @param learning which links learn
     * @param loss what is walked and what the loss is taken on
     * @param plan how it fits into memory
     */
    record Assignment(Learning learning, UnrolledLoss loss, UnrollPlan plan) {}

    /**
     * @param scope owns the optimiser
     */
    UnrolledTrainer(LinkTraining training, LinkSet links, Assignment assignment, Scope scope) {
        this.training = training;
        this.links = links;
        this.learning = assignment.learning();
        this.loss = assignment.loss();
        this.plan = assignment.plan();
        this.noPath = new NoPath(training.recipe().detach() ? "detach" : "unread");
        this.optimizer = new TeamOptimizer(links, learning, AdamWSettings.LINKS, scope);
    }

    @Override
    public List<AdamW> optimizers() {
        return optimizer.optimizers();
    }

    @Override
    public Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            Map<String, Double> told = new LinkedHashMap<>();
            RoundGradients gradients = gradients(lesson, told, scope, monitor);
            noPath.tell(gradients.dead(), monitor);
            told.putAll(gradients.norms()); // before they are clipped in place
            optimizer.step(gradients, lesson.rate());
            return told;
        }
    }

    /**
     * The gradients of a lesson.
     *
     * @param told takes the losses
     * @param scope owns the gradients
     */
    RoundGradients gradients(
            Lesson lesson, Map<String, Double> told, Scope scope, JobMonitor monitor)
            throws WorkbenchException {
        RoundGradients gradients = new RoundGradients(scope);
        int size = lesson.questions().size();
        for (int from = 0; from < size; from += plan.rows()) {
            RoleText texts =
                    new RoleText(
                            training, lesson.questions(), from, Math.min(size, from + plan.rows()));
            Map<String, Double> part = part(texts, gradients, monitor);
            part.forEach((metric, value) -> told.merge(metric, value, Double::sum));
        }
        return gradients;
    }

    private Map<String, Double> part(RoleText texts, RoundGradients gradients, JobMonitor monitor)
            throws WorkbenchException {
        Map<String, Double> told = new HashMap<>();
        try (Scope scope = Scope.open()) {
            ThinkingWay way = loss.way(training, texts);
            RoundLinks rounds = new RoundLinks(links, learning::of, scope);
            TakenLosses taken = loss.losses(training, texts, scope);
            Unroll.Parts parts = new Unroll.Parts(rounds, way, taken, plan.checkpointing(), scope);
            Unroll unroll = new Unroll(training, parts, new QuietMonitor(monitor));
            Tensor total;
            try (GradMode _ = GradMode.on()) {
                total = loss.walk(training, unroll, taken, texts);
            }
            new WayBack(rounds, way, gradients, gradients.scope()).go(total, unroll);
            told.put("loss", TensorKernels.item(total));
            taken.tell(told);
        }
        return told;
    }
}
