package dev.latentloom.views.control;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

import java.util.List;

/**
 * Tools in a row that goes on in the next line where there is no room; the last tool stands at the
 * right, and none is wider than the row.
 */
public final class ToolRow extends FlowPane {
    public ToolRow() {
        getStyleClass().add("tool-row");
    }

    public ToolRow(Node... tools) {
        this();
        getChildren().setAll(tools);
    }

    @Override
    protected double computeMinWidth(double height) {
        Insets insets = getInsets();
        double widest =
                getManagedChildren().stream()
                        .mapToDouble(tool -> tool.minWidth(-1))
                        .max()
                        .orElse(0);
        return insets.getLeft() + widest + insets.getRight();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        List<Node> tools = getManagedChildren();
        for (Node tool : tools) {
            if (tool.getLayoutBounds().getWidth() > room) {
                tool.resize(room, tool.getLayoutBounds().getHeight());
            }
        }
        if (!tools.isEmpty()) {
            Node last = tools.getLast();
            double right = getWidth() - insets.getRight() - last.getLayoutBounds().getWidth();
            last.relocate(snapPositionX(right), last.getLayoutY());
        }
    }
}
