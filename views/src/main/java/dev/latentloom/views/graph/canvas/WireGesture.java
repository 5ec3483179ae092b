package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.Connection;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.Fit;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Removal;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;
import dev.latentloom.views.graph.document.WireKind;

import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Draws a wire from a port: to another port, to a node, or to empty space for a list of choices.
 */
final class WireGesture implements Gesture {
    private final GraphCanvas canvas;
    private final HitTest hits;
    private final Port from;
    private final String taken;

    /**
     * @param taken id of the wire that was taken off its input; empty for a new one
     */
    WireGesture(GraphCanvas canvas, HitTest hits, Port from, String taken, MouseEvent event) {
        this.canvas = canvas;
        this.hits = hits;
        this.from = from;
        this.taken = taken;
        drag(event);
    }

    @Override
    public void drag(MouseEvent event) {
        Spot hand = canvas.viewport().toDrawing(event.getX(), event.getY());
        Hit hit = hits.at(hand, canvas.viewport().scale());
        Port to = target(hit);
        boolean refused = onOther(hit) && (to == null || refusal(to) != null);
        Spot end = to == null || refused ? hand : canvas.drawing().centre(to);
        Spot start = canvas.drawing().centre(from);
        Curve curve = from.input() ? Curve.forward(end, start) : Curve.forward(start, end);
        canvas.overlay().drag(curve, from.kind(), refused);
        String reason = to == null ? "graph.fit.none" : refusal(to);
        if (refused && reason != null) {
            canvas.say(Messages.text(reason));
        }
    }

    @Override
    public void release(MouseEvent event) {
        cancel();
        Hit hit =
                hits.at(
                        canvas.viewport().toDrawing(event.getX(), event.getY()),
                        canvas.viewport().scale());
        if (onOther(hit)) {
            join(hit);
        } else if (event.isStillSincePress()) {
            canvas.model().select(List.of(taken.isEmpty() ? from.node() : taken));
        } else if (!taken.isEmpty()) {
            canvas.model().apply(Removal.of(List.of(taken)));
        } else if (hit.kind() == Hit.Kind.NOTHING || hit.kind() == Hit.Kind.WIRE) {
            canvas.quickAdd(event.getX(), event.getY(), from);
        }
    }

    private void join(Hit hit) {
        Port to = target(hit);
        if (to == null) {
            canvas.say(Messages.text("graph.fit.none"));
            return;
        }
        String refusal = refusal(to);
        if (refusal != null) {
            canvas.say(Messages.text(refusal));
            return;
        }
        GraphDocument document = canvas.model().draft().document();
        if (!taken.isEmpty()) {
            Wire wire = canvas.drawing().wire(taken);
            if (wire.to().equals(to.node()) && wire.port().equals(to.name())) {
                canvas.model().select(List.of(taken));
                return;
            }
        }
        Connection.between(document, from, to)
                .ifPresent(
                        edit -> {
                            canvas.model().apply(moved(edit));
                            tell();
                        });
    }

    /** Says which link the new wire has been given. */
    private void tell() {
        AgentGraph graph = canvas.model().draft().document().graph();
        Edge edge = graph.edges().isEmpty() ? null : graph.edges().getLast();
        if (edge != null && from.kind() == WireKind.THOUGHTS) {
            String words = WireLabel.inserted(edge, graph, canvas.model().models());
            if (!words.isEmpty()) {
                canvas.say(words);
            }
        }
    }

    /** The edit, after the wire in the hand has left its old input. */
    private Edit moved(Edit join) {
        if (taken.isEmpty()) {
            return join;
        }
        Edit removal = Removal.of(List.of(taken));
        return new Edit(
                join.key(),
                join.arguments(),
                "",
                draft -> join.change().apply(removal.change().apply(draft)));
    }

    private boolean onOther(Hit hit) {
        boolean node = hit.kind() == Hit.Kind.NODE || hit.kind() == Hit.Kind.PORT;
        boolean loop = hit.port() != null && hit.port().input() != from.input();
        return node && (!hit.id().equals(from.node()) || loop);
    }

    private @Nullable Port target(Hit hit) {
        if (!onOther(hit)) {
            return null;
        }
        if (hit.port() != null) {
            return hit.port();
        }
        return Connection.best(
                canvas.model().draft().document(), from, canvas.drawing().shape(hit.id()));
    }

    private @Nullable String refusal(Port to) {
        return from.input() ? Fit.refusal(to, from) : Fit.refusal(from, to);
    }

    @Override
    public void cancel() {
        canvas.overlay().drag(null, from.kind(), false);
    }
}
