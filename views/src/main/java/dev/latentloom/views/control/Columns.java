package dev.latentloom.views.control;

import dev.latentloom.resources.Messages;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Columns of tables of records: words at the left, numbers tabular at the right. */
public final class Columns {
    private static final double BAR = 14; // kept for the scroll bar

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

    /**
     * Gives each column its share of the table's width, in order; the shares are relative. None is
     * narrower than its header: where they do not fit, the table scrolls.
     */
    public static void share(TableView<?> table, double... shares) {
        table.skinProperty()
                .subscribe(
                        skin -> {
                            if (skin != null) {
                                Platform.runLater(() -> fitHeaders(table));
                            }
                        });
        List<? extends TableColumn<?, ?>> columns = table.getColumns().subList(0, shares.length);
        List<Observable> sizes = new ArrayList<>(List.of(table.widthProperty()));
        columns.forEach(column -> sizes.add(column.minWidthProperty()));
        for (int i = 0; i < shares.length; i++) {
            int index = i;
            columns.get(i)
                    .prefWidthProperty()
                    .bind(
                            Bindings.createDoubleBinding(
                                    () -> widths(table, columns, shares)[index],
                                    sizes.toArray(Observable[]::new)));
        }
    }

    private static double[] widths(
            TableView<?> table, List<? extends TableColumn<?, ?>> columns, double... shares) {
        double[] least = columns.stream().mapToDouble(TableColumn::getMinWidth).toArray();
        return widths(table.getWidth() - BAR, least, shares);
    }

    /** Shares of a width; where a share is less than the least, the others share what is left. */
    static double[] widths(double width, double[] least, double... shares) {
        double[] widths = new double[shares.length];
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            double left = width - Arrays.stream(widths).sum();
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += widths[i] == 0 ? shares[i] : 0;
            }
            for (int i = 0; i < shares.length && !narrower; i++) {
                if (widths[i] == 0 && left * shares[i] / sum < least[i]) {
                    widths[i] = least[i];
                    narrower = true;
                }
            }
            for (int i = 0; i < shares.length && !narrower; i++) {
                widths[i] = widths[i] == 0 ? left * shares[i] / sum : widths[i];
            }
        }
        return widths;
    }

    private static void fitHeaders(TableView<?> table) {
        table.applyCss();
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() != null
                    && header.lookup(".label") instanceof Label name) {
                header.getTableColumn().setMinWidth(Math.ceil(name.prefWidth(-1)) + 1);
            }
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
