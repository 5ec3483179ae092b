package dev.latentloom.engine.link;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

/**
 * The training-free bridge: softmax of the sender's own logits, then the expected embedding of that
 * distribution; softcaps and embedding scales as the models have them.
 */
public final class SoftTokenLink implements RecursiveLink {
    private final CausalLm sender;
    private final @Nullable Tensor ids;
    private final Tensor table;
    private final double scale;
    private final int out;

    private SoftTokenLink(CausalLm sender, CausalLm receiver, @Nullable Tensor ids, Tensor table) {
        this.sender = sender;
        this.ids = ids;
        this.table = table;
        this.scale = receiver.config().embeddingScale();
        this.out = receiver.config().hidden();
    }

    /** Into the model's own embedding space, over its whole vocabulary. */
    public static SoftTokenLink inner(CausalLm lm) {
        return new SoftTokenLink(lm, lm, null, lm.embeddingTable());
    }

    /**
     * Into another model's embedding space, over the tokens both spell alike.
     *
     * @param owner keeps the receiver's rows of those tokens
     * @throws WorkbenchException where they share none
     */
    public static SoftTokenLink outer(
            CausalLm sender, CausalLm receiver, SharedTokens shared, Scope owner)
            throws WorkbenchException {
        if (shared.size() == 0) {
            throw new WorkbenchException(
                    "link.noSharedTokens",
                    sender.folder().toString(),
                    receiver.folder().toString());
        }
        Tensor from = owner.longs(shared.sender(), shared.size());
        Tensor ids = TensorKernels.to(from, sender.device(), DType.I64, owner);
        Tensor to = owner.longs(shared.receiver(), shared.size());
        Tensor table = TensorKernels.rows(receiver.embeddingTable(), to, owner);
        return new SoftTokenLink(sender, receiver, ids, table);
    }

    @Override
    public Tensor forward(Tensor x, Scope owner) {
        try (Scope scratch = owner.child()) {
            Tensor logits = sender.logits(x, scratch);
            return owner.adopt(LinkKernels.expectation(logits, ids, table, scale, scratch));
        }
    }

    @Override
    public int in() {
        return sender.config().hidden();
    }

    @Override
    public int out() {
        return out;
    }
}
