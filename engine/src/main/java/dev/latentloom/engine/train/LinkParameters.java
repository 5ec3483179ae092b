package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.EmbeddingScale;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The links of a team while they are trained: leaves of autograd, changed in place. */
final class LinkParameters {
    private final Team team;
    private final Recipe recipe;
    private final long seed;
    private final Scope scope;

    /**
     * @param scope owns the links
     */
    LinkParameters(Team team, Recipe recipe, long seed, Scope scope) {
        this.team = team;
        this.recipe = recipe;
        this.seed = seed;
        this.scope = scope;
    }

    /**
     * Leaves for every link of the team.
     *
     * @param from trained links to start from; null means freshly initialised
     */
    LinkSet leaves(@Nullable LinkSet from, String name) throws WorkbenchException {
        Map<String, RecursiveLink> inner = new HashMap<>();
        Map<String, RecursiveLink> outer = new HashMap<>();
        for (Teammate mate : team.mates()) {
            String id = mate.agent().id();
            int width = mate.lm().config().hidden();
            LinkShape shape = shape(LinkDesign.INNER_LN_RES, width, width);
            RecursiveLink given = from == null ? null : from.inner(id, width);
            inner.put(id, leaf(given, shape, mate.lm(), "inner:" + id));
        }
        for (Edge edge : team.graph().edges()) {
            CausalLm target = team.mate(edge.to()).lm();
            int in = team.mate(edge.from()).lm().config().hidden();
            int out = target.config().hidden();
            LinkShape shape = shape(LinkDesign.of(edge.design()), in, out);
            RecursiveLink given = from == null ? null : from.outer(edge.id(), in, out);
            outer.put(edge.id(), leaf(given, shape, target, "outer:" + edge.id()));
        }
        return new LinkSet(name, inner, outer);
    }

    private LinkShape shape(LinkDesign usual, int in, int out) throws WorkbenchException {
        String asked = recipe.design();
        LinkDesign design = asked == null ? usual : LinkDesign.alike(asked, usual.inner());
        Integer hidden = recipe.hidden();
        return hidden == null
                ? LinkShape.of(design, in, out)
                : new LinkShape(design, in, out, hidden);
    }

    private RecursiveLink leaf(
            @Nullable RecursiveLink given, LinkShape shape, CausalLm target, String key)
            throws WorkbenchException {
        if (given instanceof TrainableLink trained) {
            return trained.withLeaves(scope);
        }
        if (given != null) {
            throw new WorkbenchException("train.linkNotTrainable", key);
        }
        double last = recipe.scaleToEmbeddings() ? EmbeddingScale.perDimension(target) : 1;
        long own = seed * 0x9E3779B97F4A7C15L + key.hashCode();
        return TrainableLink.create(shape, last, own, target.device(), scope).withLeaves(scope);
    }

    /** Every weight of a set by the name of its link and its own, in a fixed order. */
    static Map<String, Tensor> named(LinkSet links) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (Map.Entry<LinkKey, TrainableLink> link : links.trainable()) {
            new TreeMap<>(link.getValue().weights())
                    .forEach((name, tensor) -> named.put(link.getKey() + "/" + name, tensor));
        }
        return named;
    }
}
