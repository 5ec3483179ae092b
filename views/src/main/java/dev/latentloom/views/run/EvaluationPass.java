package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.stats.Proportion;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A data set answered in one mode: how many are right so far, and how sure that is. */
public final class EvaluationPass {
    private final RunMode mode;
    private final Consumer<List<ItemRow>> items;
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private @Nullable Path folder;
    private int answered;
    private int correct;
    private double seconds;

    EvaluationPass(RunMode mode, Consumer<List<ItemRow>> items) {
        this.mode = mode;
        this.items = items;
    }

    void fold(List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Started started) {
                folder = Path.of(started.folder());
            }
        }
        List<ItemRow> rows =
                events.stream()
                        .filter(RunEvent.ItemResult.class::isInstance)
                        .map(event -> new ItemRow(key(), folder, (RunEvent.ItemResult) event))
                        .toList();
        rows.forEach(this::count);
        items.accept(rows);
        if (answered > 0) {
            result.set(words());
        }
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Failed failed) {
                result.set(Messages.text(failed.key(), failed.arguments()));
            }
        }
    }

    private void count(ItemRow row) {
        Boolean right = row.item().correct();
        if (right != null) {
            answered++;
            correct += right ? 1 : 0;
        }
        seconds += row.item().seconds();
    }

    private String words() {
        Proportion interval = Proportion.wilson(correct, answered);
        return Messages.text(
                "run.accuracy",
                Figures.percent(interval.share()),
                Figures.percent(interval.low()),
                Figures.percent(interval.high()),
                Figures.count(answered),
                Figures.duration(seconds / answered));
    }

    /** Message key of its mode. */
    public String key() {
        return RunKind.keyOf(mode);
    }

    RunMode mode() {
        return mode;
    }

    /** Accuracy with its interval, number of items and time an item; or why it failed. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
