package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Turns two ports, or a port and a node, into the edit that joins them. */
public final class Connection {
    private Connection() {}

    /** The edit that joins two ports, dragged from either; empty where they do not fit. */
    public static Optional<Edit> between(GraphDocument document, Port one, Port other) {
        Port out = one.input() ? other : one;
        Port in = one.input() ? one : other;
        if (Fit.refusal(out, in) != null) {
            return Optional.empty();
        }
        if (out.kind() == WireKind.QUESTION) {
            return document.graph().agent(in.node()).map(EdgeEdits::ask);
        }
        Agent from = document.graph().agent(out.node()).orElse(null);
        if (from == null || in.kind() == WireKind.ANSWER) {
            return Optional.ofNullable(from).map(EdgeEdits::answering);
        }
        return document.graph()
                .agent(in.node())
                .map(to -> EdgeEdits.connect(from, to, in.name(), LinkParameters.DEFAULT_OUTER));
    }

    /** The port of a node that a wire from another node's port would best end in. */
    public static @Nullable Port best(GraphDocument document, Port from, NodeShape shape) {
        Port best = null;
        for (Port port : shape.ports()) {
            Port out = from.input() ? port : from;
            Port in = from.input() ? from : port;
            if (Fit.refusal(out, in) == null
                    && (best == null || (taken(document, best) && !taken(document, port)))) {
                best = port;
            }
        }
        return best;
    }

    private static boolean taken(GraphDocument document, Port port) {
        return port.input()
                && Wire.of(document).stream()
                        .anyMatch(
                                wire ->
                                        wire.to().equals(port.node())
                                                && wire.port().equals(port.name()));
    }

    /** The edit that adds something and joins it to a port in one step; empty if it cannot. */
    public static Optional<Edit> adding(Draft draft, Edit add, Port from, ModelWidths models) {
        Draft grown = add.change().apply(draft);
        List<String> before = draft.document().nodes();
        for (String id : grown.document().nodes()) {
            if (!before.contains(id)) {
                Port to = best(grown.document(), from, NodeShape.of(grown.document(), id, models));
                if (to != null) {
                    return between(grown.document(), from, to)
                            .map(
                                    join ->
                                            new Edit(
                                                    add.key(),
                                                    add.arguments(),
                                                    "",
                                                    old ->
                                                            join.change()
                                                                    .apply(
                                                                            add.change()
                                                                                    .apply(old))));
                }
            }
        }
        return Optional.empty();
    }
}
