package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.WireKind;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** What a gesture in progress shows: the wire in the hand, the rubber band, and a hint. */
final class Overlay {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Duration HINT = Duration.seconds(5);

    private final Path wire = new Path();
    private final Region band = new Region();
    private final Label hint = new Label();
    private final PauseTransition fade = new PauseTransition(HINT);

    Overlay() {
        for (javafx.scene.Node node : List.of(wire, band, hint)) {
            node.setManaged(false);
            node.setVisible(false);
            node.setMouseTransparent(true);
        }
        band.getStyleClass().add("rubber-band");
        hint.getStyleClass().add("canvas-hint");
        fade.setOnFinished(event -> hint.setVisible(false));
    }

    Path wire() {
        return wire;
    }

    Region band() {
        return band;
    }

    Label hint() {
        return hint;
    }

    /** Draws the wire in the hand; null puts it away. */
    void drag(@Nullable Curve curve, WireKind kind, boolean refused) {
        wire.setVisible(curve != null);
        if (curve != null) {
            wire.getStyleClass()
                    .setAll("wire", "wire-in-hand", kind.name().toLowerCase(Locale.ROOT));
            wire.pseudoClassStateChanged(DANGER, refused);
            Curve.Piece piece = curve.pieces().getFirst();
            wire.getElements()
                    .setAll(
                            new MoveTo(curve.start().x(), curve.start().y()),
                            new CubicCurveTo(
                                    piece.first().x(),
                                    piece.first().y(),
                                    piece.second().x(),
                                    piece.second().y(),
                                    piece.end().x(),
                                    piece.end().y()));
        }
    }

    /** Draws the rubber band, in points of the canvas; null puts it away. */
    void band(@Nullable Area area) {
        band.setVisible(area != null);
        if (area != null) {
            band.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        }
    }

    /** Says something at the lower edge for a few seconds. */
    void say(String text, double width, double height) {
        hint.setText(text);
        hint.setVisible(true);
        hint.applyCss();
        double room = Math.max(width - 2 * MiniMap.WIDE, width / 2);
        double wide = Math.min(room, Math.ceil(hint.prefWidth(-1)));
        double high = Math.ceil(hint.prefHeight(wide));
        hint.resizeRelocate((width - wide) / 2, height - high - 12, wide, high);
        fade.playFromStart();
    }
}
