package dev.latentloom.engine.link;

/**
 * Which link of a set.
 *
 * @param inner whether {@code id} names an agent (its inner link) or an edge (its outer link)
 */
public record LinkKey(boolean inner, String id) {
    public static LinkKey inner(String agentId) {
        return new LinkKey(true, agentId);
    }

    public static LinkKey outer(String edgeId) {
        return new LinkKey(false, edgeId);
    }

    /** As metrics name it: {@code inner:planner}, {@code outer:planner-critic}. */
    @Override
    public String toString() {
        return (inner ? "inner:" : "outer:") + id;
    }
}
