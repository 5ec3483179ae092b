package dev.latentloom.engine.parity;

import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

/** The likeliest tokens one after the other, end tokens ignored; one row. */
final class GreedyContinuation {
    private GreedyContinuation() {}

    /** The first id is read from {@code logits}, the others from the model on its cache. */
    static long[] ids(CausalLm lm, Tensor logits, KvCache cache, int count, Scope scope) {
        long[] ids = new long[count];
        Tensor current = logits;
        for (int i = 0; i < count; i++) {
            ids[i] = TensorKernels.longs(lm.best(current, scope))[0];
            if (i < count - 1) {
                Tensor input = lm.embed(scope.longs(new long[] {ids[i]}, 1, 1), scope);
                current = lm.logits(lm.lastHidden(input, cache, scope), scope);
            }
        }
        return ids;
    }
}
