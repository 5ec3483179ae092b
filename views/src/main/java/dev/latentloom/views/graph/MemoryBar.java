package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.TeamMemory;
import dev.latentloom.views.text.Figures;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a team will need on one device: weights, links and cache side by side, and in words. */
final class MemoryBar extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass BOUNDLESS = PseudoClass.getPseudoClass("boundless");

    private final HBox bar = new HBox();
    private final Label total = new Label();

    /**
     * @param whole bytes that the full width stands for
     */
    MemoryBar(TeamMemory memory, long whole) {
        getStyleClass().add("rows");
        bar.getStyleClass().add("memory-bar");
        total.getStyleClass().addAll("memory-total", "wrap");
        getChildren().setAll(bar, total);
        part("memory-weights", memory.weights(), whole);
        part("memory-links", memory.links(), whole);
        part("memory-cache", memory.cache(), whole);
        String key = memory.fits() ? "graph.team.fits" : "graph.team.tooLarge";
        total.setText(
                Messages.text(
                        memory.budget() < 0 ? "graph.team.takes" : key,
                        Figures.bytes(memory.total()),
                        Figures.bytes(memory.budget()),
                        memory.device()));
        bar.pseudoClassStateChanged(BOUNDLESS, memory.budget() < 0);
        bar.pseudoClassStateChanged(DANGER, !memory.fits());
        total.pseudoClassStateChanged(DANGER, !memory.fits());
    }

    private void part(String style, long bytes, long whole) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.prefWidthProperty().bind(bar.widthProperty().multiply((double) bytes / whole));
        bar.getChildren().add(part);
    }
}
