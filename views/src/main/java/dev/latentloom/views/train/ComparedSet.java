package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.stats.Proportion;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the link sets that are compared, and how it answered each item. */
public final class ComparedSet {
    private final String name;
    private final Map<String, Boolean> right = new HashMap<>();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");

    ComparedSet(String name) {
        this.name = name;
    }

    void fold(List<RunEvent> events) {
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.ItemResult item -> {
                    Boolean correct = item.correct();
                    if (correct != null) {
                        right.put(item.id(), correct);
                    }
                }
                case RunEvent.Failed failed ->
                        result.set(Messages.text(failed.key(), failed.arguments()));
                default -> {} // turns and tokens are not shown
            }
        }
        boolean told = events.stream().anyMatch(RunEvent.ItemResult.class::isInstance);
        if (told && !right.isEmpty()) {
            result.set(words());
        }
    }

    private String words() {
        int correct = (int) right.values().stream().filter(one -> one).count();
        Proportion interval = Proportion.wilson(correct, right.size());
        return Messages.text(
                "train.compare.accuracy",
                Figures.percent(interval.share()),
                Figures.percent(interval.low()),
                Figures.percent(interval.high()),
                Figures.count(right.size()));
    }

    public String name() {
        return name;
    }

    /** Whether each item was answered rightly, by the item's id. */
    Map<String, Boolean> right() {
        return right;
    }

    /** Its accuracy so far, or why it failed. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
