package dev.latentloom.views.plot;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/** How often each size occurs: bars from the smallest size to the largest. */
public final class HistogramPane extends HBox {
    private static final int MOST_BARS = 24;

    public HistogramPane() {
        getStyleClass().add("histogram");
    }

    /** Draws the sizes, several of them in a bar where there are many. */
    public void show(List<Integer> sizes) {
        getChildren().clear();
        if (sizes.isEmpty()) {
            return;
        }
        int least = sizes.stream().mapToInt(size -> size).min().orElseThrow();
        int most = sizes.stream().mapToInt(size -> size).max().orElseThrow();
        int width = Math.ceilDiv(most - least + 1, MOST_BARS);
        int[] counts = new int[Math.ceilDiv(most - least + 1, width)];
        sizes.forEach(size -> counts[(size - least) / width]++);
        int highest = 1;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        for (int count : counts) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            bar.maxHeightProperty().bind(heightProperty().multiply((double) count / highest));
            HBox.setHgrow(bar, Priority.ALWAYS);
            getChildren().add(bar);
        }
    }
}
