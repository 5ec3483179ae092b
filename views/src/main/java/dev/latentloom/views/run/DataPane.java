package dev.latentloom.views.run;

import dev.latentloom.engine.question.Question;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.control.Shown;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import java.util.List;

/** Data to be asked: which file, what its columns are, and its first rows as they will be asked. */
final class DataPane extends VBox {
    private final DataViewModel model;

    /**
     * @param acts what can be done with the data; they stand at the right of its name
     */
    DataPane(DataViewModel model, Node... acts) {
        this.model = model;
        getStyleClass().add("data-pane");
        TableView<Question> rows = rows();
        Shown.when(rows, Bindings.isNotEmpty(model.rows()));
        getChildren().setAll(new DataChooser(model, Messages.text("run.data.test"), acts), rows);
    }

    private TableView<Question> rows() {
        TableView<Question> table = new TableView<>(model.rows());
        table.getStyleClass().addAll("dense", "data-rows");
        table.setAccessibleText(Messages.text("run.data.rows"));
        table.setFocusTraversable(false);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text("run.data.rows", question -> oneLine(question.text())),
                                Columns.text("run.items.expected", Question::answer),
                                Columns.text("run.data.role.id", Question::id)));
        Columns.share(table, 6, 2, 2);
        return table;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
    }
}
