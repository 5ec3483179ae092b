package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

/** Zoom out, the zoom itself (click for actual size), zoom in, fit. */
final class ZoomBar extends HBox {
    static final double STEP = 1.2;

    private final Button size = new Button();

    ZoomBar(GraphCanvas canvas) {
        getStyleClass().add("zoom-bar");
        setManaged(false);
        size.getStyleClass().addAll("flat", "zoom-size");
        size.setOnAction(event -> canvas.actualSize());
        explain(size, "graph.zoom.actual");
        getChildren()
                .addAll(
                        icon("fth-minus", "graph.zoom.out", () -> canvas.zoom(1 / STEP)),
                        size,
                        icon("fth-plus", "graph.zoom.in", () -> canvas.zoom(STEP)),
                        icon("fth-maximize", "graph.zoom.fit", canvas::fit));
    }

    private static Button icon(String icon, String key, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setOnAction(event -> act.run());
        explain(button, key);
        return button;
    }

    private static void explain(Button button, String key) {
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setAccessibleText(Messages.text(key));
        button.setFocusTraversable(false);
    }

    void show(double scale) {
        size.setText(Messages.text("graph.zoom.percent", Math.round(scale * 100)));
    }
}
