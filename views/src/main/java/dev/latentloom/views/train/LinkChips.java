package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.plot.PlotSeries;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Every link with its colour: the legend of all plots, and where one link is singled out. */
final class LinkChips extends FlowPane {
    private final ObjectProperty<@Nullable String> selected;
    private final Node last;

    /**
     * @param last what stands behind the links
     */
    LinkChips(ObjectProperty<@Nullable String> selected, Node last) {
        this.selected = selected;
        this.last = last;
        getStyleClass().add("link-chips");
    }

    /** Style class of a link's curve, by its place among the links. */
    static String look(int place) {
        return "series-" + place % PlotSeries.COLOURS;
    }

    void show(List<LinkName> links) {
        List<Node> all = new ArrayList<>();
        for (int place = 0; place < links.size(); place++) {
            all.add(chip(links.get(place), look(place)));
        }
        all.add(last);
        getChildren().setAll(all);
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
