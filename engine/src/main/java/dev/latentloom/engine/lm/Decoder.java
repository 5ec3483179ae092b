package dev.latentloom.engine.lm;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Decodes text tokens from a prompt of embeddings, row by row independently: a row's tokens do not
 * depend on which other rows share its batch.
 */
public final class Decoder {
    private final CausalLm lm;
    private final Sampler sampler;
    private final boolean greedy;
    private final int maxNewTokens;
    private final Set<Long> ends;

    /**
     * @param maxNewTokens cap for each row, at least 0
     * @param ends ids that end a row; empty means the cap alone does
     */
    public Decoder(CausalLm lm, SamplerSettings settings, int maxNewTokens, Set<Long> ends) {
        this.lm = lm;
        this.sampler = new Sampler(settings);
        this.greedy = settings.greedy();
        this.maxNewTokens = maxNewTokens;
        this.ends = Set.copyOf(ends);
    }

    /**
     * Decodes every row to its end.
     *
     * @param prompt input embeddings (B, T, D), left-padded
     * @param pads padded positions of each row
     * @param seeds one for each row, for sampling
     * @throws dev.latentloom.engine.job.CancelledException between two tokens
     */
    public List<DecodedRow> decode(
            Tensor prompt, long[] pads, long[] seeds, TokenListener listener, JobMonitor monitor) {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(pads, run)) {
            return goOn(lm.lastHidden(prompt, cache, run), cache, seeds, listener, monitor);
        }
    }

    /**
     * Decodes every row to its end on a cache that has read its prompt.
     *
     * @param last hidden state of the last position read (B, 1, D)
     * @param cache gets what is decoded, but for each row's last token
     * @param seeds one for each row, for sampling
     */
    public List<DecodedRow> goOn(
            Tensor last, KvCache cache, long[] seeds, TokenListener listener, JobMonitor monitor) {
        Rows rows = new Rows(seeds, listener);
        try (Scope run = Scope.open()) {
            Tensor hidden = last;
            Scope step = run.child();
            for (int t = 0; t < maxNewTokens; t++) {
                monitor.checkCancelled();
                long[] next = rows.choose(lm.logits(hidden, step), step);
                if (rows.done() || t + 1 == maxNewTokens) {
                    break;
                }
                step.close();
                step = run.child();
                Tensor ids = step.longs(next, next.length, 1);
                hidden = lm.hidden(lm.embed(ids, step), cache, step);
            }
        }
        return rows.finished();
    }

    /** What the rows of one call have so far. */
    private final class Rows {
        private final List<List<Long>> tokens = new ArrayList<>();
        private final boolean[] ended;
        private final boolean[] capped;
        private final SplittableRandom[] randoms;
        private final TokenListener listener;

        Rows(long[] seeds, TokenListener listener) {
            this.listener = listener;
            this.ended = new boolean[seeds.length];
            this.capped = new boolean[seeds.length];
            this.randoms = new SplittableRandom[seeds.length];
            for (int row = 0; row < seeds.length; row++) {
                tokens.add(new ArrayList<>());
                randoms[row] = new SplittableRandom(seeds[row]);
                capped[row] = true;
            }
        }

        /** The next token of each row; ended rows repeat what ended them, which nobody reads. */
        long[] choose(Tensor logits, Scope step) {
            long[] next = greedy ? TensorKernels.longs(lm.best(logits, step)) : sampled(logits);
            for (int row = 0; row < next.length; row++) {
                if (!ended[row]) {
                    take(row, next[row]);
                }
            }
            return next;
        }

        private void take(int row, long id) {
            if (ends.contains(id)) {
                ended[row] = true;
                capped[row] = false;
                return;
            }
            tokens.get(row).add(id);
            if (!listener.token(row, id)) {
                ended[row] = true;
                capped[row] = false;
            }
        }

        private long[] sampled(Tensor logits) {
            float[] all = TensorKernels.floats(logits);
            int vocab = all.length / ended.length;
            long[] next = new long[ended.length];
            for (int row = 0; row < next.length; row++) {
                if (!ended[row]) {
                    float[] own = Arrays.copyOfRange(all, row * vocab, (row + 1) * vocab);
                    long[] previous = tokens.get(row).stream().mapToLong(Long::longValue).toArray();
                    next[row] = sampler.sample(own, previous, randoms[row]);
                }
            }
            return next;
        }

        boolean done() {
            for (boolean end : ended) {
                if (!end) {
                    return false;
                }
            }
            return true;
        }

        List<DecodedRow> finished() {
            List<DecodedRow> result = new ArrayList<>();
            for (int row = 0; row < ended.length; row++) {
                result.add(new DecodedRow(tokens.get(row), capped[row]));
            }
            return result;
        }
    }
}
