package dev.latentloom.views.plot;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which colour is which amount, and what a hatched cell means. */
final class HeatLegend extends HBox {
    private final String nothing;
    private final Label low = new Label();
    private final Label high = new Label();

    HeatLegend(String nothing) {
        this.nothing = nothing;
        getStyleClass().add("heat-legend");
        HBox colours = new HBox();
        for (int bin = 0; bin < HeatScale.COLOURS; bin++) {
            Region colour = new Region();
            colour.getStyleClass().addAll("heat-swatch", "heat-" + bin);
            colours.getChildren().add(colour);
        }
        Region none = new Region();
        none.getStyleClass().addAll("heat-swatch", "heat-wide", "heat-none");
        getChildren().setAll(low, colours, high, none, new Label(nothing));
    }

    void show(HeatScale scale) {
        low.setText(Messages.text("shell.plot.power", scale.low()));
        high.setText(Messages.text("shell.plot.power.log", scale.high()));
    }

    String nothing() {
        return nothing;
    }
}
