package dev.latentloom.views.control;

import dev.latentloom.resources.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Function;

/** Columns of tables of records: words at the left, numbers tabular at the right. */
public final class Columns {
    private static final double ROOM = 0.98; // the rest is for the scroll bar

    private Columns() {}

    /** A column of words; {@code header} is a message key. */
    public static <R> TableColumn<R, String> text(String header, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(Messages.text(header));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A column of numbers that sorts by value; a number that is not there shows as a dash. */
    public static <R, N extends Comparable<N>> TableColumn<R, N> number(
            String header, Function<R, @Nullable N> value, Function<N, String> written) {
        TableColumn<R, N> column = new TableColumn<>(Messages.text(header));
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(any -> new NumberCell<>(written));
        return column;
    }

    /** Gives each column its share of the table's width, in order; the shares are relative. */
    public static void share(TableView<?> table, double... shares) {
        double sum = Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            double share = shares[i] / sum * ROOM;
            table.getColumns()
                    .get(i)
                    .prefWidthProperty()
                    .bind(table.widthProperty().multiply(share));
        }
    }

    private static final class NumberCell<R, N> extends TableCell<R, N> {
        private final Function<N, String> written;

        NumberCell(Function<N, String> written) {
            this.written = written;
        }

        @Override
        protected void updateItem(@Nullable N item, boolean empty) {
            super.updateItem(item, empty);
            boolean row = !empty && getTableRow() != null && getTableRow().getItem() != null;
            setText(!row ? null : item == null ? "–" : written.apply(item));
        }
    }
}
