package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One wire and the label at its middle. Takes no events; the canvas finds hits. */
final class WireView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FEEDBACK = PseudoClass.getPseudoClass("feedback");
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double ROOM = 24;
    private static final double OVERLAP = 8; // of its empty rim, under the nodes
    private static final String PART = " · ";

    private final Path path = new Path();
    private final Label chip = new Label();
    private String words = "";
    private double magnified = 1;
    private @Nullable Dimension2D inOneLine; // null until it is measured
    private @Nullable Dimension2D inTwo;

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
        words = label;
        inOneLine = null;
        inTwo = null;
    }

    /** Keeps the label's letters readable while the drawing is shown smaller than it is. */
    void magnify(double by, Curve curve) {
        magnified = by;
        chip.setScaleX(by);
        chip.setScaleY(by);
        placeChip(curve);
    }

    /** Draws the label as a picture of itself, which is cheaper and a little less sharp. */
    void hold(boolean held) {
        chip.setCache(held);
    }

    void select(boolean selected) {
        path.pseudoClassStateChanged(SELECTED, selected);
        chip.pseudoClassStateChanged(SELECTED, selected);
    }

    /** Draws a course, and the label where there is room for it. */
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

    /** On one line where there is room, else one part under the other, else not at all. */
    private void placeChip(Curve curve) {
        Parent layer = chip.getParent();
        boolean seen = layer != null && layer.isVisible() && chip.getScene() != null;
        if (!seen || words.isEmpty() || !path.isVisible()) {
            chip.setVisible(false);
            return;
        }
        double room =
                Math.hypot(
                        curve.end().x() - curve.start().x(), curve.end().y() - curve.start().y());
        Dimension2D one = inOneLine == null ? measured(words) : inOneLine;
        Dimension2D two = inTwo == null ? measured(twoLines()) : inTwo;
        inOneLine = one;
        inTwo = two;
        if (one.getWidth() * magnified <= room - ROOM) {
            show(words, one, curve.middle());
        } else if (two.getWidth() * magnified <= room + OVERLAP) {
            show(twoLines(), two, curve.middle());
        } else {
            chip.setVisible(false);
        }
    }

    private String twoLines() {
        return words.replace(PART, "\n");
    }

    private Dimension2D measured(String text) {
        chip.setText(text);
        chip.applyCss();
        return new Dimension2D(Math.ceil(chip.prefWidth(-1)), Math.ceil(chip.prefHeight(-1)));
    }

    private void show(String text, Dimension2D size, Spot middle) {
        chip.setText(text);
        chip.resizeRelocate(
                Math.rint(middle.x() - size.getWidth() / 2),
                Math.rint(middle.y() - size.getHeight() / 2),
                size.getWidth(),
                size.getHeight());
        chip.setVisible(true);
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
