package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.NodeState;
import dev.latentloom.views.graph.Remark;
import dev.latentloom.views.graph.document.NodeShape;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/** One node: title, line, ports, state and problem. Takes no events; the canvas finds hits. */
final class NodeView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass MILD = PseudoClass.getPseudoClass("mild");
    private static final double GAP = 4;
    private static final double PAD = 10;
    private static final double ICON = 16;
    private static final double DOT = 4.5;

    private final Label title = part("node-title");
    private final Label line = part("node-line");
    private final Label badge = part("node-badge");
    private final Label problem = part("node-problem");
    private final FontIcon state = new FontIcon();
    private @Nullable NodeShape shape;
    private @Nullable NodeLook look;

    NodeView() {
        getStyleClass().add("graph-node");
        state.getStyleClass().add("node-state");
        setManaged(false);
        setMouseTransparent(true);
        setCache(true); // a wire that moves over it repaints a picture, not letters
    }

    private static Label part(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setManaged(false);
        return label;
    }

    /** Shows a look in a shape; does nothing where neither has changed. */
    void show(NodeShape wanted, NodeLook seen) {
        if (!wanted.equals(shape)) {
            shape = wanted;
            build(wanted, seen);
            look = null;
        }
        if (!seen.equals(look)) {
            look = seen;
            dress(seen);
            lay(wanted, seen);
        }
    }

    /** Dresses it anew at the next look, even if that is the same. */
    void forget() {
        look = null;
    }

    private void build(NodeShape wanted, NodeLook seen) {
        resize(wanted.width(), wanted.height());
        getChildren().setAll(title, line, badge, problem);
        if (seen.kind().endsWith("agent")) {
            getChildren().add(state);
        }
        for (Port port : wanted.ports()) {
            double x = wanted.x(port);
            Circle dot = new Circle(x, port.y(), DOT);
            dot.getStyleClass().addAll("port", style(port));
            dot.setManaged(false);
            Label name = part("port-label");
            name.setText(NodeLook.label(port));
            if (!port.input()) {
                name.getStyleClass().add("port-out");
            }
            double half = wanted.width() / 2 - PAD;
            double top = port.y() - NodeShape.PORT / 2;
            name.resizeRelocate(port.input() ? PAD : half + PAD, top, half, NodeShape.PORT);
            getChildren().addAll(dot, name);
        }
    }

    private static String style(Port port) {
        boolean opens = port.input() && port.name().equals(Port.NEW_SLOT);
        return opens ? "new-slot" : port.kind().name().toLowerCase(Locale.ROOT);
    }

    private void dress(NodeLook seen) {
        getStyleClass().setAll("graph-node", "node-" + seen.kind());
        title.setText(seen.title());
        line.setText(seen.line().replace('\n', ' '));
        badge.setText(seen.badge());
        Remark remark = seen.problem();
        problem.setText(remark == null ? "" : remark.text());
        problem.setVisible(remark != null);
        problem.pseudoClassStateChanged(MILD, remark != null && !remark.error());
        pseudoClassStateChanged(DANGER, remark != null && remark.error());
        pseudoClassStateChanged(MILD, remark != null && !remark.error());
        pseudoClassStateChanged(RUNNING, seen.state() == NodeState.RUNNING);
        pseudoClassStateChanged(AWAY, !seen.presence().isEmpty());
        String name = seen.state().name().toLowerCase(Locale.ROOT);
        state.getStyleClass().setAll("ikonli-font-icon", "node-state", "state-" + name);
        setAccessibleText(
                Messages.text("graph.node.accessible", seen.title(), seen.line(), seen.badge())
                        + " "
                        + Messages.text("graph.node.state." + name)
                        + " "
                        + problem.getText());
    }

    private void lay(NodeShape wanted, NodeLook seen) {
        boolean agent = seen.kind().endsWith("agent");
        double width = wanted.width();
        if (seen.kind().equals("note")) {
            line.setText(seen.line());
            line.setWrapText(true);
            line.resizeRelocate(PAD, PAD, width - 2 * PAD, wanted.height() - 2 * PAD);
            return;
        }
        state.setX(PAD);
        state.setY(NodeShape.TITLE / 2 + DOT);
        double left = agent ? PAD + ICON + 2 : PAD;
        double right = seen.badge().isEmpty() ? 0 : badgeWidth();
        title.resizeRelocate(left, 2, width - left - right - PAD, NodeShape.TITLE - 2);
        badge.resizeRelocate(width - right - PAD / 2, 6, right, ICON + 2);
        line.resizeRelocate(left, NodeShape.TITLE - 4, width - left - PAD, NodeShape.LINE);
        problem.resizeRelocate(0, wanted.height() + GAP, width, problemHeight(width));
    }

    private double badgeWidth() {
        badge.applyCss();
        return Math.ceil(badge.prefWidth(-1));
    }

    private double problemHeight(double width) {
        if (problem.getText().isEmpty()) {
            return 0;
        }
        problem.applyCss();
        return Math.ceil(problem.prefHeight(width));
    }

    /** Height of the remark under the node with the gap above it; 0 where there is none. */
    double remarkHeight() {
        return problem.isVisible() ? GAP + problem.getHeight() : 0;
    }

    void place(Spot spot) {
        relocate(spot.x(), spot.y());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
