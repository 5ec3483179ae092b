package dev.latentloom.views.control;

import dev.latentloom.resources.Messages;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Columns of tables of records: words at the left, numbers tabular at the right. */
public final class Columns {
    private static final double BAR = 14; // kept for the scroll bar
    private static final double WIDEST = 240; // that a column asks for
    private static final String NUMBER = "number";
    private static final String WHOLE = "whole";

    private Columns() {}

    /** A column of words; {@code header} is a message key. */
    public static <R> TableColumn<R, String> text(String header, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(Messages.text(header));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(any -> new WordCell<>());
        return column;
    }

    /** A column of words that are never cut, such as a time: rather the table scrolls. */
    public static <R> TableColumn<R, String> whole(String header, Function<R, String> value) {
        TableColumn<R, String> column = text(header, value);
        column.getStyleClass().add(WHOLE);
        return column;
    }

    /** A column of numbers that sorts by value; a number that is not there shows as a dash. */
    public static <R, N extends Comparable<N>> TableColumn<R, N> number(
            String header, Function<R, @Nullable N> value, Function<N, String> written) {
        TableColumn<R, N> column = new TableColumn<>(Messages.text(header));
        column.getStyleClass().add(NUMBER);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(any -> new NumberCell<>(written));
        return column;
    }

    /**
     * Gives each column its share of the table's width, in order; the shares are relative. None is
     * narrower than its header: where they do not fit, the table scrolls.
     */
    public static void share(TableView<?> table, double... shares) {
        share(table, new ReadOnlyObjectWrapper<>(Map.of()), shares);
    }

    /**
     * Same, and where there is room none is narrower than what stands in it; else the widest give
     * way first, but numbers and what is to be seen whole stay. Where the table scrolls anyway, all
     * are as wide as they need. The table has its rows already, or their list.
     */
    public static void fit(TableView<?> table, double... shares) {
        ReadOnlyObjectWrapper<Map<TableColumn<?, ?>, Double>> needs =
                new ReadOnlyObjectWrapper<>(Map.of());
        share(table, needs, shares);
        Runnable later = new Soon(() -> measure(table, needs));
        table.getItems().subscribe(later);
        table.sceneProperty().subscribe(later);
        table.getColumns().forEach(column -> column.visibleProperty().subscribe(later));
    }

    private static void measure(
            TableView<?> table, ReadOnlyObjectWrapper<Map<TableColumn<?, ?>, Double>> needs) {
        if (table.getScene() != null) {
            table.applyCss();
            table.layout(); // rows follow their list
            needs.set(needs(table));
        }
    }

    private static void share(
            TableView<?> table,
            ObservableValue<Map<TableColumn<?, ?>, Double>> needs,
            double... shares) {
        table.skinProperty()
                .subscribe(
                        skin -> {
                            if (skin != null) {
                                Platform.runLater(() -> fitHeaders(table));
                            }
                        });
        List<? extends TableColumn<?, ?>> columns = table.getColumns().subList(0, shares.length);
        List<Observable> sizes = new ArrayList<>(List.of(table.widthProperty(), needs));
        columns.forEach(
                column ->
                        sizes.addAll(List.of(column.minWidthProperty(), column.visibleProperty())));
        ObservableValue<Map<TableColumn<?, ?>, Double>> widths =
                Bindings.createObjectBinding(
                        () -> widths(table, columns, needs.getValue(), shares),
                        sizes.toArray(Observable[]::new));
        for (TableColumn<?, ?> column : columns) {
            column.prefWidthProperty()
                    .bind(widths.map(all -> all.getOrDefault(column, column.getMinWidth())));
        }
    }

    /** Of the columns that are shown. */
    private static Map<TableColumn<?, ?>, Double> widths(
            TableView<?> table,
            List<? extends TableColumn<?, ?>> columns,
            Map<TableColumn<?, ?>, Double> needs,
            double... shares) {
        List<Integer> shown =
                IntStream.range(0, shares.length)
                        .filter(i -> columns.get(i).isVisible())
                        .boxed()
                        .toList();
        double[] need = each(shown, i -> needs.getOrDefault(columns.get(i), 0.0));
        double[] least = each(shown, i -> least(columns.get(i), needs));
        double[] widths = widths(table.getWidth() - BAR, least, need, each(shown, i -> shares[i]));
        Map<TableColumn<?, ?>, Double> all = new HashMap<>();
        for (int place = 0; place < widths.length; place++) {
            all.put(columns.get(shown.get(place)), Math.floor(widths[place]));
        }
        return all;
    }

    /** Its header; where it is never cut, also what stands in it. */
    private static double least(TableColumn<?, ?> column, Map<TableColumn<?, ?>, Double> needs) {
        boolean cut = Collections.disjoint(column.getStyleClass(), List.of(NUMBER, WHOLE));
        return Math.max(column.getMinWidth(), cut ? 0 : needs.getOrDefault(column, 0.0));
    }

    private static double[] each(List<Integer> places, IntToDoubleFunction value) {
        return places.stream().mapToInt(Integer::intValue).mapToDouble(value).toArray();
    }

    /** What each column needs for the words and numbers that are in view now. */
    private static Map<TableColumn<?, ?>, Double> needs(TableView<?> table) {
        Map<TableColumn<?, ?>, Double> needs = new HashMap<>();
        for (Node node : table.lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell
                    && cell.getTableColumn() != null
                    && cell.getText() != null) {
                Text text = new Text(cell.getText());
                text.setFont(cell.getFont());
                double need =
                        text.getLayoutBounds().getWidth()
                                + cell.snappedLeftInset()
                                + cell.snappedRightInset();
                needs.merge(
                        cell.getTableColumn(), Math.min(Math.ceil(need) + 1, WIDEST), Math::max);
            }
        }
        return needs;
    }

    /** Shares of a width that are enough for what stands in them, if that can be. */
    static double[] widths(double width, double[] least, double[] need, double... shares) {
        double[] enough = new double[least.length];
        Arrays.setAll(enough, i -> Math.max(least[i], need[i]));
        if (Arrays.stream(least).sum() > width) {
            return enough;
        }
        if (Arrays.stream(enough).sum() <= width) {
            return widths(width, enough, shares);
        }
        double low = 0;
        double high = WIDEST;
        while (high - low > 0.5) {
            double middle = (low + high) / 2;
            boolean fits = Arrays.stream(cut(enough, least, middle)).sum() <= width;
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        return cut(enough, least, low);
    }

    private static double[] cut(double[] enough, double[] least, double most) {
        double[] widths = new double[enough.length];
        Arrays.setAll(widths, i -> Math.max(least[i], Math.min(enough[i], most)));
        return widths;
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

    /** Does its work once, a little later, however often it is asked to meanwhile. */
    private static final class Soon implements Runnable {
        private final Runnable work;
        private boolean waiting;

        Soon(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (!waiting) {
                waiting = true;
                Platform.runLater(
                        () -> {
                            waiting = false;
                            work.run();
                        });
            }
        }
    }

    /** Tells in full what is cut. */
    private static final class WordCell<R> extends TableCell<R, String> {
        WordCell() {
            setOnMouseEntered(event -> setTooltip(cut() ? new Tooltip(getText()) : null));
        }

        private boolean cut() {
            return getChildrenUnmodifiable().stream()
                    .anyMatch(
                            part ->
                                    part instanceof Text shown
                                            && !shown.getText().equals(getText()));
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
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
