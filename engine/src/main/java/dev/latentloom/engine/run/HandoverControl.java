package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What is done to the hand-overs of every round. Sees the hand-overs of the whole set at once and
 * draws by question and edge, so neither batch size nor order changes anything.
 */
public final class HandoverControl {
    private final Controls controls;
    private final List<Question> questions;
    private final long seed;

    /**
     * @param questions all questions of the walk, in order
     */
    public HandoverControl(Controls controls, List<Question> questions, long seed) {
        this.controls = controls;
        this.questions = List.copyOf(questions);
        this.seed = seed;
    }

    /** Lets everything through. */
    public static HandoverControl none() {
        return new HandoverControl(Controls.NONE, List.of(), 0);
    }

    /**
     * Applies the edge's control.
     *
     * @param sent what the edge carries (N, L, D of the receiver); no vectors stay none
     * @return (N, L, D), owned by {@code owner}
     */
    Tensor apply(int round, Edge edge, Tensor sent, CausalLm receiver, Scope owner) {
        if (sent.shape().size() == 0) {
            return sent;
        }
        return switch (controls.of(edge)) {
            case NONE, M0 -> sent;
            case ZERO -> ControlKernels.zero(sent, owner);
            case MEAN -> ControlKernels.mean(sent, owner);
            case SHUFFLE -> TensorKernels.rows(sent, exchanged(round, edge, owner), owner);
            case NOISE -> ControlKernels.noise(sent, gaussian(round, edge, sent, owner), owner);
            case SNAP ->
                    ControlKernels.snap(
                            sent,
                            receiver.embeddingTable(),
                            receiver.config().embeddingScale(),
                            owner);
        };
    }

    /** Text that goes to a receiver instead: another question's, or none. */
    List<Integer> textSources(int round, Edge edge) {
        return derangement(questions.size(), Seeds.of(seed, "shuffle", edge.id(), round));
    }

    private Tensor exchanged(int round, Edge edge, Scope owner) {
        long[] order = textSources(round, edge).stream().mapToLong(Integer::longValue).toArray();
        return owner.longs(order, order.length);
    }

    /**
     * Sattolo's algorithm: one cycle over all places, so that none keeps its own.
     *
     * @param n at least 2
     */
    static List<Integer> derangement(int n, long seed) {
        if (n < 2) {
            throw new IllegalArgumentException("nothing to exchange among " + n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i);
            Integer other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return List.of(order);
    }

    private Tensor gaussian(int round, Edge edge, Tensor sent, Scope owner) {
        Shape shape = sent.shape();
        int each = Math.toIntExact(shape.get(1) * shape.get(2));
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int item = 0; item < questions.size(); item++) {
            String id = questions.get(item).id();
            var random = new SplittableRandom(Seeds.of(seed, "noise", edge.id(), round, id));
            for (int i = 0; i < each; i++) {
                values[item * each + i] = (float) random.nextGaussian();
            }
        }
        return owner.floats(values, shape.toArray());
    }
}
