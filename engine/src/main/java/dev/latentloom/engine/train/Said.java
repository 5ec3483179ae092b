package dev.latentloom.engine.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * What an agent would say next at each place of its right text, and what it should.
 *
 * @param logits (B, A, V)
 * @param targets ids (B, A)
 */
record Said(Tensor logits, RoleText.Targets targets) {
    /** Reads an agent in its turn by teacher forcing, all places in one pass. */
    static Said by(Turn turn, FilledPrompt prompt, RoleText texts, Scope scope)
            throws WorkbenchException {
        Teammate mate = turn.mate();
        int length = texts.longest(turn.round(), mate);
        Tensor ids = texts.ended(turn.round(), mate, mate, length, scope);
        Tensor logits = lastLogits(mate.lm(), prompt, ids, scope);
        return new Said(logits, texts.targets(turn.round(), mate, length, scope));
    }

    /** Logits that predict each of the given ids (B, A) after a prompt, (B, A, V). */
    private static Tensor lastLogits(CausalLm lm, FilledPrompt prompt, Tensor ids, Scope scope) {
        long length = ids.shape().get(1);
        Tensor given = TensorKernels.narrow(ids, 1, 0, length - 1, scope);
        Tensor text = lm.embed(given, scope);
        Tensor all = TensorKernels.concat(List.of(prompt.embeddings(), text), 1, scope);
        KvCache cache = lm.newGradientCache(prompt.pads(), scope);
        return lm.logits(lm.lastHidden(all, length, cache, scope), scope);
    }
}
