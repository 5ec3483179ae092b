package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import java.util.List;

/** The checkpoints of a training, newest first. */
final class CheckpointsTable extends TableView<CheckpointRow> {
    CheckpointsTable() {
        getStyleClass().add("dense");
        setAccessibleText(Messages.text("train.tab.checkpoints"));
        Label none = new Label(Messages.text("train.checkpoints.empty"));
        none.setWrapText(true);
        setPlaceholder(none);
        getColumns()
                .setAll(
                        List.of(
                                Columns.number(
                                        "train.checkpoint.step",
                                        CheckpointRow::step,
                                        Figures::count),
                                Columns.text(
                                        "train.checkpoint",
                                        row ->
                                                Messages.text(
                                                        row.best()
                                                                ? "train.checkpoint.best"
                                                                : "train.checkpoint.last")),
                                Columns.number(
                                        "train.axis.loss",
                                        CheckpointRow::loss,
                                        Figures::significant),
                                Columns.number(
                                        "train.tab.accuracy",
                                        CheckpointRow::accuracy,
                                        Figures::percent)));
        Columns.share(this, 1, 2, 1.2, 1.4);
    }

    void show(TrainRun run) {
        setItems(run.checkpoints());
    }
}
