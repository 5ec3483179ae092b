package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One wire and the label at its middle. Takes no events; the canvas finds hits. */
final class WireView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FEEDBACK = PseudoClass.getPseudoClass("feedback");
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double ROOM = 24;

    private final Path path = new Path();
    private final Label chip = new Label();

    WireView() {
        path.setManaged(false);
        path.setMouseTransparent(true);
        chip.setManaged(false);
        chip.setMouseTransparent(true);
        chip.setVisible(false);
    }

    Node path() {
        return path;
    }

    Node chip() {
        return chip;
    }

    /** Shows what a wire carries, and that it carries nothing while an end is away. */
    void dress(Wire wire, String label, boolean away) {
        String kind = wire.kind().name().toLowerCase(Locale.ROOT);
        path.getStyleClass().setAll("wire", kind);
        chip.getStyleClass().setAll("label", "wire-chip", kind);
        for (Node node : List.of(path, chip)) {
            node.pseudoClassStateChanged(FEEDBACK, wire.feedback());
            node.pseudoClassStateChanged(AWAY, away);
        }
        chip.setText(label);
    }

    void select(boolean selected) {
        path.pseudoClassStateChanged(SELECTED, selected);
        chip.pseudoClassStateChanged(SELECTED, selected);
    }

    /** Draws a course; the label is left out where there is no room for it. */
    void place(Curve curve) {
        List<PathElement> elements = new ArrayList<>();
        elements.add(new MoveTo(curve.start().x(), curve.start().y()));
        for (Curve.Piece piece : curve.pieces()) {
            elements.add(
                    new CubicCurveTo(
                            piece.first().x(),
                            piece.first().y(),
                            piece.second().x(),
                            piece.second().y(),
                            piece.end().x(),
                            piece.end().y()));
        }
        path.getElements().setAll(elements);
        placeChip(curve);
    }

    private void placeChip(Curve curve) {
        if (chip.getText().isEmpty() || chip.getScene() == null) {
            chip.setVisible(false);
            return;
        }
        chip.applyCss();
        double width = Math.ceil(chip.prefWidth(-1));
        double height = Math.ceil(chip.prefHeight(-1));
        Spot middle = curve.middle();
        double room =
                Math.hypot(
                        curve.end().x() - curve.start().x(), curve.end().y() - curve.start().y());
        chip.setVisible(room >= width + ROOM);
        chip.resizeRelocate(
                Math.rint(middle.x() - width / 2),
                Math.rint(middle.y() - height / 2),
                width,
                height);
    }

    /** Takes the wire out of the picture while it is outside the view, and back in. */
    void show(boolean shown, Curve curve) {
        if (path.isVisible() != shown) {
            path.setVisible(shown);
            if (shown) {
                placeChip(curve);
            } else {
                chip.setVisible(false);
            }
        }
    }
}
