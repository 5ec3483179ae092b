package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.EmbeddingScale;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.link.RealignLink;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.SharedTokens;
import dev.latentloom.engine.link.SoftTokenLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.Scope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links of a team that need no training: bridges between token spaces, and untrained ones. */
public final class TeamLinks {
    /** Softmax of the sender's logits, then the expected embedding. */
    public static final String SOFT_TOKEN = "soft-token";

    /** LatentMAS's ridge map. */
    public static final String REALIGN = "realign";

    /** Trained designs as initialised. */
    public static final String UNTRAINED = "untrained";

    /** Names that need no folder. */
    public static final List<String> TRAINING_FREE = List.of(SOFT_TOKEN, REALIGN, UNTRAINED);

    private final Team team;
    private final Scope owner;

    /**
     * @param owner owns the links
     */
    public TeamLinks(Team team, Scope owner) {
        this.team = team;
        this.owner = owner;
    }

    /** Every inner link by agent and every outer link by edge, of one training-free kind. */
    public LinkSet trainingFree(String name, long seed) throws WorkbenchException {
        Map<String, RecursiveLink> inner = new HashMap<>();
        Map<String, RecursiveLink> outer = new HashMap<>();
        for (Teammate mate : team.mates()) {
            inner.put(mate.agent().id(), inner(name, mate, seed));
        }
        for (Edge edge : team.graph().edges()) {
            outer.put(edge.id(), outer(name, edge, seed));
        }
        return new LinkSet(name, inner, outer);
    }

    private RecursiveLink inner(String name, Teammate mate, long seed) {
        CausalLm lm = mate.lm();
        int width = lm.config().hidden();
        return switch (name) {
            case SOFT_TOKEN -> SoftTokenLink.inner(lm);
            case REALIGN -> RealignLink.inner(lm, RealignLink.RIDGE, owner);
            case UNTRAINED ->
                    fresh(
                            LinkShape.of(LinkDesign.INNER_LN_RES, width, width),
                            lm,
                            Seeds.of(seed, "inner", mate.agent().id()));
            default -> throw new IllegalArgumentException("not training-free: " + name);
        };
    }

    private RecursiveLink outer(String name, Edge edge, long seed) throws WorkbenchException {
        Teammate from = team.mate(edge.from());
        Teammate to = team.mate(edge.to());
        SharedTokens shared =
                SharedTokens.of(from.tokenizer().vocabulary(), to.tokenizer().vocabulary());
        return switch (name) {
            case SOFT_TOKEN -> SoftTokenLink.outer(from.lm(), to.lm(), shared, owner);
            case REALIGN -> RealignLink.outer(from.lm(), to.lm(), shared, RealignLink.RIDGE, owner);
            case UNTRAINED ->
                    fresh(
                            LinkShape.of(
                                    LinkDesign.of(edge.design()),
                                    from.lm().config().hidden(),
                                    to.lm().config().hidden()),
                            to.lm(),
                            Seeds.of(seed, "outer", edge.id()));
            default -> throw new IllegalArgumentException("not training-free: " + name);
        };
    }

    private RecursiveLink fresh(LinkShape shape, CausalLm target, long seed) {
        LinkValues values = LinkValues.fresh(shape, EmbeddingScale.perDimension(target), seed);
        return TrainableLink.of(values, target.device(), owner);
    }
}
