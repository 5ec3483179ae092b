package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.rollout.ThoughtTransfer;
import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.text.Tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads thoughts as tokens: the sender's own by its output table (logit lens), the receivers' by
 * cosine to their input embeddings behind the link.
 */
final class ThoughtLens {
    private static final Kernel KERNEL = Kernel.load(ThoughtLens.class, "lens.py");

    private final Team team;
    private final LatentSettings settings;
    private final int count;

    /**
     * @param count tokens told for each thought, at least 1
     */
    ThoughtLens(Team team, LatentSettings settings, int count) {
        this.team = team;
        this.settings = settings;
        this.count = count;
    }

    /**
     * Gets ready to look at the thoughts of a turn.
     *
     * @throws WorkbenchException where an edge out of the turn's agent has no fitting link
     */
    Look at(Turn turn) throws WorkbenchException {
        List<Way> ways = new ArrayList<>();
        String sender = turn.mate().agent().id();
        int from = turn.mate().lm().config().hidden();
        for (Edge edge : team.graph().outOf(sender)) {
            Teammate receiver = team.mate(edge.to());
            int to = receiver.lm().config().hidden();
            RecursiveLink inner = settings.links().inner(sender, from);
            ways.add(new Way(edge, receiver, inner, settings.links().outer(edge.id(), from, to)));
        }
        return new Look(turn, ways);
    }

    /** The way of a thought to one receiver. */
    private record Way(Edge edge, Teammate receiver, RecursiveLink inner, RecursiveLink outer) {}

    /** A look at one turn. */
    final class Look {
        private final Turn turn;
        private final List<Way> ways;

        private Look(Turn turn, List<Way> ways) {
            this.turn = turn;
            this.ways = ways;
        }

        /**
         * What the first row's thought of one step is near to.
         *
         * @param thoughts (B, 1, D of the turn's agent)
         */
        RunEvent.Lens of(int step, Tensor thoughts) {
            try (Scope scratch = Scope.open()) {
                Tensor thought = TensorKernels.narrow(thoughts, 0, 0, 1, scratch); // (1, 1, D)
                Map<String, List<NearToken>> receivers = new LinkedHashMap<>();
                for (Way way : ways) {
                    receivers.put(way.edge().id(), received(way, thought, scratch));
                }
                String agent = turn.mate().agent().id();
                List<NearToken> sender = own(turn.mate(), thought);
                return new RunEvent.Lens(turn.round(), agent, step, sender, receivers);
            }
        }

        private List<NearToken> received(Way way, Tensor thought, Scope scratch) {
            Tensor sent =
                    ThoughtTransfer.send(
                            thought, settings.handover(), way.inner(), way.outer(), scratch);
            Tensor table = way.receiver().lm().embeddingTable();
            return tokens(
                    way.receiver().tokenizer(),
                    KERNEL.tensors(scratch, "nearest", sent, table, count));
        }
    }

    /** The likeliest tokens of one thought (1, 1, D) by its own agent's output table. */
    List<NearToken> own(Teammate sender, Tensor thought) {
        try (Scope scratch = Scope.open()) {
            Tensor logits = sender.lm().logits(thought, scratch);
            return tokens(sender.tokenizer(), KERNEL.tensors(scratch, "likeliest", logits, count));
        }
    }

    private static List<NearToken> tokens(Tokenizer tokenizer, List<Tensor> found) {
        float[] weights = TensorKernels.floats(found.get(0));
        long[] ids = TensorKernels.longs(found.get(1));
        List<NearToken> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            tokens.add(new NearToken(spelled(tokenizer, ids[i]), weights[i]));
        }
        return tokens;
    }

    /** A token as people read it; tables may be longer than the vocabulary. */
    private static String spelled(Tokenizer tokenizer, long id) {
        String text = tokenizer.decode(new long[] {id}, false);
        return text.isEmpty() || text.indexOf('\uFFFD') >= 0
                ? tokenizer.vocabulary().spelling(id).orElse("#" + id)
                : text;
    }
}
