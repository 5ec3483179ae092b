package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.Objects;

/** Validation items as the present links answered them last. */
final class AnswersTable extends TableView<RunEvent.ItemResult> {
    AnswersTable() {
        getStyleClass().addAll("dense", "answers");
        setAccessibleText(Messages.text("train.tab.answers"));
        Label none = new Label(Messages.text("train.answers.empty"));
        none.setWrapText(true);
        setPlaceholder(none);
        getColumns()
                .setAll(
                        List.of(
                                Columns.text("run.items.question", RunEvent.ItemResult::question),
                                Columns.text(
                                        "run.items.expected",
                                        item -> Objects.requireNonNullElse(item.expected(), "")),
                                Columns.text("run.items.answer", RunEvent.ItemResult::answer),
                                Columns.text("run.items.verdict", AnswersTable::verdict)));
        Columns.share(this, 4, 1.5, 1.5, 1.3);
    }

    private static String verdict(RunEvent.ItemResult item) {
        Boolean correct = item.correct();
        return correct == null ? "" : Messages.text(correct ? "run.right" : "run.wrong");
    }

    void show(TrainRun run) {
        setItems(run.answers());
    }
}
