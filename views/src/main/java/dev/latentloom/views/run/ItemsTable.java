package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Every answered item: what was asked, expected and said, and what it took; sorts by any column.
 */
final class ItemsTable extends TableView<ItemRow> {
    private static final int WORDS = 5; // columns of words, before those of numbers
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /**
     * @param item shows the row that is opened by Enter or a double-click, and follows the
     *     selection from then on
     */
    ItemsTable(ObservableList<ItemRow> rows, ItemViewModel item) {
        SortedList<ItemRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getStyleClass().addAll("dense", "items");
        setAccessibleText(Messages.text("run.items"));
        setPlaceholder(new Label(Messages.text("run.items.empty")));
        setRowFactory(table -> new Row());
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        open(item);
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                        open(item);
                        event.consume();
                    }
                });
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        now -> {
                            if (now != null && item.itemProperty().get() != null) {
                                item.open(now);
                            }
                        });
        getColumns()
                .setAll(
                        List.of(
                                Columns.whole("run.ledger.run", row -> Messages.text(row.pass())),
                                Columns.text("run.items.question", row -> row.item().question()),
                                Columns.text(
                                        "run.items.expected",
                                        row ->
                                                Objects.requireNonNullElse(
                                                        row.item().expected(), "")),
                                Columns.text("run.items.answer", row -> row.item().answer()),
                                Columns.whole("run.items.verdict", ItemsTable::verdict),
                                Columns.number(
                                        "run.ledger.prefill",
                                        row -> row.item().prefillTokens(),
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.decoded",
                                        row -> row.item().decodedTokens(),
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.latent",
                                        row -> row.item().latentSteps(),
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.wall",
                                        row -> row.item().seconds(),
                                        Figures::milliseconds)));
        Columns.fit(this, 1.4, 5, 2, 2, 1.4, 2.2, 2.3, 1.9, 1.5);
        item.itemProperty().subscribe(open -> makeRoom(open != null));
    }

    /** Beside an open item, which says what its turns took, only the words have room. */
    private void makeRoom(boolean beside) {
        getColumns().subList(WORDS, getColumns().size()).forEach(one -> one.setVisible(!beside));
    }

    private void open(ItemViewModel item) {
        ItemRow chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            item.open(chosen);
        }
    }

    private static String verdict(ItemRow row) {
        Boolean correct = row.item().correct();
        return correct == null ? "" : Messages.text(correct ? "run.right" : "run.wrong");
    }

    private static final class Row extends TableRow<ItemRow> {
        @Override
        protected void updateItem(@Nullable ItemRow item, boolean empty) {
            super.updateItem(item, empty);
            Boolean correct = (item == null || empty) ? null : item.item().correct();
            pseudoClassStateChanged(RIGHT, Boolean.TRUE.equals(correct));
            pseudoClassStateChanged(WRONG, Boolean.FALSE.equals(correct));
        }
    }
}
