package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RecordedTurn;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Every agent's turn on one answered item, read from the events of its run. */
public final class ItemViewModel {
    private final Background files;
    private final ReadOnlyObjectWrapper<@Nullable ItemRow> item =
            new ReadOnlyObjectWrapper<>(this, "item");
    private final ObservableList<RecordedTurn> turns = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private long asked;

    /**
     * @param files reads the run's events
     */
    public ItemViewModel(Background files) {
        this.files = files;
    }

    /** Opens an item. */
    public void open(ItemRow row) {
        if (row.equals(item.get())) {
            return;
        }
        long mine = ++asked;
        item.set(row);
        turns.clear();
        notice.set("");
        Path run = row.run();
        if (run == null) {
            notice.set(Messages.text("run.item.untold"));
            return;
        }
        files.run(
                () -> RecordedTurn.of(run, row.item().id()),
                told -> {
                    if (mine == asked) {
                        show(told);
                    }
                },
                reason -> fail(mine, reason));
    }

    private void show(List<RecordedTurn> told) {
        turns.setAll(told);
        notice.set(told.isEmpty() ? Messages.text("run.item.untold") : "");
    }

    private void fail(long mine, WorkbenchException reason) {
        if (mine == asked) {
            notice.set(Messages.text(reason.key(), reason.arguments()));
        }
    }

    /** Shows no item. */
    public void close() {
        asked++;
        item.set(null);
        turns.clear();
        notice.set("");
    }

    /** All that is shown, as text to be copied; empty where nothing is shown. */
    public String text() {
        ItemRow row = item.get();
        if (row == null) {
            return "";
        }
        String head =
                String.join(
                        "\n",
                        row.item().question(),
                        Messages.text("run.items.expected") + ": " + row.item().expected(),
                        Messages.text("run.items.answer") + ": " + row.item().answer());
        return head + turns.stream().map(ItemViewModel::text).collect(Collectors.joining());
    }

    private static String text(RecordedTurn recorded) {
        RunEvent.ItemTurn turn = recorded.turn();
        StringBuilder text = new StringBuilder("\n\n" + turn.agent() + " · " + figures(turn));
        text.append('\n').append(turn.prompt().strip());
        recorded.lenses().forEach(lens -> text.append('\n').append(near(lens)));
        String said = turn.text();
        return said == null ? text.toString() : text + "\n→ " + said.strip();
    }

    /** What a turn took, in one line. */
    static String figures(RunEvent.ItemTurn turn) {
        return Messages.text(
                "run.item.figures",
                turn.round(),
                Figures.count(turn.prefillTokens()),
                turn.decodedTokens(),
                turn.latentSteps(),
                Figures.duration(turn.seconds()));
    }

    /** What a thought was near to, in one line. */
    static String near(RunEvent.Lens lens) {
        return Messages.text("run.lens.sender", lens.step(), LensWords.line(lens.sender()));
    }

    /** The item that is open; null where none is. */
    public ReadOnlyObjectProperty<@Nullable ItemRow> itemProperty() {
        return item.getReadOnlyProperty();
    }

    /** Its turns, in the order in which they were taken. */
    public ObservableList<RecordedTurn> turns() {
        return turns;
    }

    /** Why there are no turns; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
