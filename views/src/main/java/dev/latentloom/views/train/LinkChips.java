package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.plot.PlotSeries;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Every link with its colour: the legend of all plots, and where one link is singled out. */
final class LinkChips extends FlowPane {
    private final ObjectProperty<@Nullable String> selected;

    LinkChips(ObjectProperty<@Nullable String> selected) {
        this.selected = selected;
        getStyleClass().add("link-chips");
    }

    /** Style class of a link's curve, by its place among the links. */
    static String look(int place) {
        return "series-" + place % PlotSeries.COLOURS;
    }

    void show(List<LinkName> links) {
        getChildren().clear();
        for (int place = 0; place < links.size(); place++) {
            getChildren().add(chip(links.get(place), look(place)));
        }
    }

    private ToggleButton chip(LinkName link, String look) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", look);
        ToggleButton chip = new ToggleButton(link.name(), swatch);
        chip.getStyleClass().add("link-chip");
        chip.setTooltip(new Tooltip(Messages.text("train.link.tip", link.key())));
        chip.setOnAction(event -> selected.set(chip.isSelected() ? link.key() : null));
        selected.subscribe(key -> chip.setSelected(link.key().equals(key)));
        return chip;
    }
}
