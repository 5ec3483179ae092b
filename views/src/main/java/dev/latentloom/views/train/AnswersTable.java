package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import java.util.List;

/** Validation questions as the links answer them, and as they did before. */
final class AnswersTable extends TableView<SampleRow> {
    AnswersTable() {
        getStyleClass().addAll("dense", "answers");
        setAccessibleText(Messages.text("train.tab.answers"));
        Label none = new Label(Messages.text("train.answers.empty"));
        none.setWrapText(true);
        setPlaceholder(none);
        getColumns()
                .setAll(
                        List.of(
                                Columns.text("run.items.question", row -> row.now().question()),
                                Columns.text("run.items.expected", row -> row.now().expected()),
                                Columns.text("run.items.answer", row -> row.now().answer()),
                                Columns.text("run.items.verdict", AnswersTable::verdict),
                                Columns.text(
                                        "train.answers.before",
                                        row -> String.join(" · ", row.before()))));
        Columns.share(this, 3.4, 1.3, 1.3, 1.1, 2.6);
    }

    private static String verdict(SampleRow row) {
        return Messages.text(row.now().correct() ? "run.right" : "run.wrong");
    }

    void show(TrainRun run) {
        setItems(run.answers());
    }
}
