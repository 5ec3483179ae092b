package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cross-entropies of turns that read something. A reader is judged by what it should say only
 * as far as what came in was right, since from a wrong message nothing can be learned but to ignore
 * it: each question counts by the probability that its senders gave, at their own thoughts, to the
 * token of their right messages they were least sure of.
 */
final class HopLosses implements TurnLoss {
    private final AgentGraph graph;
    private final RoleText texts;
    private final Scope scope;
    private final Map<String, float[]> sure = new HashMap<>(); // by sender, of each question
    private final Map<String, float[]> brought = new HashMap<>(); // by edge
    private final List<Judged> judged = new ArrayList<>();

    /**
     * @param scope owns the losses
     */
    HopLosses(AgentGraph graph, RoleText texts, Scope scope) {
        this.graph = graph;
        this.texts = texts;
        this.scope = scope;
    }

    /**
     * What a turn comes to.
     *
     * @param loss weighted mean over its tokens
     * @param weight mean over its questions
     */
    private record Judged(String reader, Tensor loss, double weight) {}

    @Override
    public void taken(Turn turn, FilledPrompt prompt, Tensor thoughts) throws WorkbenchException {
        String agent = turn.mate().agent().id();
        float[] weights = weights(agent);
        if (weights.length > 0) {
            Said said = Said.by(turn, prompt, texts, scope);
            Tensor each = scope.floats(weights, weights.length);
            Tensor loss = CrossEntropy.weighted(said.logits(), said.targets().ids(), each, scope);
            judged.add(new Judged(agent, loss, mean(weights)));
        }
        int length = Math.toIntExact(thoughts.shape().get(1));
        if (length > 0) {
            Tensor logits = turn.mate().lm().logits(thoughts, scope);
            Tensor targets = texts.targets(turn.round(), turn.mate(), length, scope).ids();
            sure.put(agent, TensorKernels.floats(CrossEntropy.leastSure(logits, targets, scope)));
        }
    }

    /** Of each question, in a turn of this agent; none where nothing came in. */
    private float[] weights(String agent) {
        float[] product = new float[0];
        for (Edge edge : graph.into(agent)) {
            float[] one = brought.get(edge.id());
            if (one != null && product.length == 0) {
                product = one.clone();
            } else if (one != null) {
                for (int row = 0; row < one.length; row++) {
                    product[row] *= one[row];
                }
            }
        }
        return product;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Override
    public void delivered(Edge edge) {
        float[] sent = sure.get(edge.from());
        if (sent != null) {
            brought.put(edge.id(), sent);
        }
    }

    /** The sum over all turns. */
    Tensor total() {
        List<Tensor> losses = judged.stream().map(Judged::loss).toList();
        Tensor mean = TensorKernels.mean(TensorKernels.stack(losses, 0, scope), scope);
        return TensorKernels.scale(mean, losses.size(), scope);
    }

    /**
     * The mean cross-entropy of each reader's turns, of what counted alone, under the names of the
     * edges that lead there; beside it how much counted; and the mean over all turns.
     */
    Map<String, Double> told() {
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("loss", loss(judged));
        for (Edge edge : graph.edges()) {
            List<Judged> own =
                    judged.stream().filter(turn -> turn.reader().equals(edge.to())).toList();
            if (!own.isEmpty()) {
                told.put("loss/outer:" + edge.id(), loss(own));
                told.put("heard/outer:" + edge.id(), weight(own) / own.size());
            }
        }
        return told;
    }

    private static double weight(List<Judged> turns) {
        return turns.stream().mapToDouble(Judged::weight).sum();
    }

    private static double loss(List<Judged> turns) {
        double whole = turns.stream().mapToDouble(turn -> TensorKernels.item(turn.loss())).sum();
        return whole / Math.max(Float.MIN_NORMAL, weight(turns));
    }
}
