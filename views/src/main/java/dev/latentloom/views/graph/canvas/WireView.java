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
    private static final double OVERLAP = 8; // of its empty rim, under the nodes
    private static final String PART = " · ";

    private final Path path = new Path();
    private final Label chip = new Label();
    private String words = "";
    private double magnified = 1;

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
    }

    /** Keeps the label's letters readable while the drawing is shown smaller than it is. */
    void magnify(double by, Curve curve) {
        if (magnified != by) {
            magnified = by;
            chip.setScaleX(by);
            chip.setScaleY(by);
            placeChip(curve);
        }
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
        chip.setVisible(false);
        if (words.isEmpty() || chip.getScene() == null || !path.isVisible()) {
            return;
        }
        double room =
                Math.hypot(
                        curve.end().x() - curve.start().x(), curve.end().y() - curve.start().y());
        if (fits(words, room - ROOM) || fits(words.replace(PART, "\n"), room + OVERLAP)) {
            double width = chip.getWidth();
            double height = chip.getHeight();
            Spot middle = curve.middle();
            chip.relocate(Math.rint(middle.x() - width / 2), Math.rint(middle.y() - height / 2));
            chip.setVisible(true);
        }
    }

    private boolean fits(String text, double room) {
        if (!chip.getText().equals(text)) {
            chip.setText(text);
        }
        chip.applyCss();
        chip.resize(Math.ceil(chip.prefWidth(-1)), Math.ceil(chip.prefHeight(-1)));
        return chip.getWidth() * magnified <= room;
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
