package dev.latentloom.views.run;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Tip;
import dev.latentloom.views.text.Figures;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An edge on the map: a curve with an arrow head, and what it carried. */
final class TeamWire {
    private static final PseudoClass TEXT = PseudoClass.getPseudoClass("text");
    private static final PseudoClass SPOILED = PseudoClass.getPseudoClass("spoiled");
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    private static final String PART = " · ";

    private final boolean feedback;
    private final String planned;
    private final CubicCurve curve = new CubicCurve();
    private final Polygon head = new Polygon(0, 0, -7, -4, -7, 4);
    private final Label label = new Label();
    private final double labelled;
    private String spoiled = "";
    private String words = "";

    /**
     * @param labelled how far along the label stands, so that labels of wires side by side do not
     *     cover each other; 0 to 1
     */
    TeamWire(boolean feedback, String planned, double labelled) {
        this.feedback = feedback;
        this.labelled = labelled;
        this.planned = planned;
        label.setFocusTraversable(true);
        curve.getStyleClass().add("team-wire");
        head.getStyleClass().add("team-wire-head");
        label.getStyleClass().add("team-wire-label");
        reset();
    }

    /** Says again what it will carry. */
    void reset() {
        say(marked(planned));
        mark(false, false);
    }

    /** Says what it carried last. */
    void show(RunEvent.Delivered delivered) {
        String key = delivered.latent() ? "run.wire.thoughts" : "run.wire.tokens";
        String time = Figures.duration(delivered.seconds());
        say(marked(Messages.text(key, delivered.thoughts(), time)));
        mark(!delivered.latent(), true);
    }

    /** Says what the thought on its way is near to: for the sender, then for the receiver. */
    void show(List<NearToken> sender, List<NearToken> receiver) {
        say(
                Messages.text("run.wire.lens", LensWords.first(sender), LensWords.first(receiver)),
                Messages.text(
                        "run.wire.lens.tip", LensWords.line(sender), LensWords.line(receiver)));
    }

    /** Marks what the next run does to it; null for nothing. */
    void spoil(@Nullable Control control) {
        spoiled = control == null ? "" : WireMenu.mark(control);
        for (Node node : List.of(curve, head, label)) {
            node.pseudoClassStateChanged(SPOILED, control != null);
        }
        reset();
    }

    private String marked(String text) {
        return spoiled.isEmpty() ? text : Messages.text("run.wire.spoiled", spoiled, text);
    }

    private void say(String text) {
        say(text, Messages.text("run.wire.tip"));
    }

    private void say(String text, String tip) {
        words = text;
        label.setText(text);
        Tip.say(label, tip);
        if (label.getParent() != null) {
            label.getParent().requestLayout(); // it is centred on the wire
        }
    }

    private void mark(boolean text, boolean used) {
        for (Node node : List.of(curve, head, label)) {
            node.pseudoClassStateChanged(TEXT, text);
            node.pseudoClassStateChanged(USED, used);
        }
    }

    /**
     * Runs from the right of one node to the left of the other; feedback below both, from their
     * feet.
     */
    void route(Bounds from, Bounds to, double height) {
        if (feedback) {
            double depth = height + (height - Math.max(from.getMaxY(), to.getMaxY())) * 0.1;
            curve.setStartX(from.getCenterX());
            curve.setStartY(from.getMaxY());
            curve.setControlX1(from.getCenterX());
            curve.setControlY1(depth);
            curve.setControlX2(to.getCenterX());
            curve.setControlY2(depth);
            curve.setEndX(to.getCenterX());
            curve.setEndY(to.getMaxY());
            head.setRotate(-90);
        } else {
            double bend = (to.getMinX() - from.getMaxX()) / 2;
            curve.setStartX(from.getMaxX());
            curve.setStartY(from.getCenterY());
            curve.setControlX1(from.getMaxX() + bend);
            curve.setControlY1(from.getCenterY());
            curve.setControlX2(to.getMinX() - bend);
            curve.setControlY2(to.getCenterY());
            curve.setEndX(to.getMinX());
            curve.setEndY(to.getCenterY());
            head.setRotate(0);
        }
        placeHeadAndLabel();
    }

    private void placeHeadAndLabel() {
        double half = head.getBoundsInLocal().getWidth() / 2;
        head.setLayoutX(curve.getEndX() + (feedback ? half : 0));
        head.setLayoutY(curve.getEndY() + (feedback ? half : 0));
        label.setText(words);
        if (!feedback && label.prefWidth(-1) > curve.getEndX() - curve.getStartX()) {
            label.setText(words.replace(PART, "\n"));
        }
        label.autosize();
        double x =
                along(
                        curve.getStartX(),
                        curve.getControlX1(),
                        curve.getControlX2(),
                        curve.getEndX());
        double y =
                along(
                        curve.getStartY(),
                        curve.getControlY1(),
                        curve.getControlY2(),
                        curve.getEndY());
        label.relocate(
                Math.rint(x - label.getWidth() / 2),
                Math.rint(feedback ? y - label.getHeight() / 2 : y - label.getHeight() - 2));
    }

    private double along(double start, double control1, double control2, double end) {
        double t = labelled;
        double u = 1 - t;
        return u * u * u * start
                + 3 * u * u * t * control1
                + 3 * u * t * t * control2
                + t * t * t * end;
    }

    boolean feedback() {
        return feedback;
    }

    List<Node> nodes() {
        return List.of(curve, head);
    }

    /** What of it can be clicked. */
    List<Node> reachable() {
        return List.of(curve, head, label);
    }

    Label label() {
        return label;
    }
}
