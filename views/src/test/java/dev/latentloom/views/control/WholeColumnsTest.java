package dev.latentloom.views.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.NoStalls;
import dev.latentloom.views.OnFx;
import dev.latentloom.views.RequiresFonts;

import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

/** Which columns give way in a table that has not room for all that stands in it. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class WholeColumnsTest {
    private static final String TIME = "2026-11-30 03:31:22 UTC";
    private static final String WORDS = "the test split of the project's own task, all of it";
    private static final double WIDTH = 460;

    @Test
    void aTimeIsNotCutWhereWordsAre() throws Exception {
        List<TableColumn<String, ?>> columns =
                List.of(
                        Columns.whole("library.run.when", row -> TIME),
                        Columns.text("library.run.steps", row -> WORDS),
                        Columns.text("library.run.rounds", row -> WORDS),
                        Columns.number("library.run.items", row -> 1_000_000, String::valueOf));
        Stage stage = OnFx.get(() -> show(columns));
        try {
            List<Double> widths = List.of();
            for (int pass = 0; pass < 10; pass++) { // sizes settle in a few layouts
                widths = OnFx.get(() -> laidOut(stage, columns));
            }
            assertTrue(widths.get(0) >= width(TIME), widths.toString());
            assertTrue(widths.get(1) < widths.get(0), widths.toString());
            assertTrue(widths.get(3) >= width("1000000"), widths.toString());
            assertEquals(WIDTH, widths.stream().mapToDouble(Double::doubleValue).sum(), 20);
        } finally {
            OnFx.get(
                    () -> {
                        stage.close();
                        return true;
                    });
        }
    }

    private static Stage show(List<TableColumn<String, ?>> columns) {
        TableView<String> table = new TableView<>();
        table.getItems().addAll("a", "b");
        table.getColumns().addAll(columns);
        Columns.fit(table, 1, 1, 1, 1);
        Stage stage = new Stage();
        stage.setScene(new Scene(table, WIDTH, 200));
        stage.show();
        return stage;
    }

    private static List<Double> laidOut(Stage stage, List<TableColumn<String, ?>> columns) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        return columns.stream().map(TableColumn::getWidth).toList();
    }

    private static double width(String words) {
        return new Text(words).getLayoutBounds().getWidth();
    }
}
