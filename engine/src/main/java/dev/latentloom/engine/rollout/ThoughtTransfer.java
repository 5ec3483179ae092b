package dev.latentloom.engine.rollout;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

/** What an edge carries, given the sender's last hidden states. */
public final class ThoughtTransfer {
    private ThoughtTransfer() {}

    /**
     * outer(H), or outer(inner(H)) as the official inference code sends it.
     *
     * @param thoughts H of the sender (B, L, D of the sender)
     * @param inner the sender's inner link, used for {@code outer_inner} only
     * @param outer the edge's link
     * @return (B, L, D of the receiver), in the type of {@code thoughts}
     */
    public static Tensor send(
            Tensor thoughts,
            Handover handover,
            RecursiveLink inner,
            RecursiveLink outer,
            Scope owner) {
        return switch (handover) {
            case OUTER -> outer.forward(thoughts, owner);
            case OUTER_INNER -> outer.forward(inner.forward(thoughts, owner), owner);
        };
    }
}
