package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What each turn of each run took, kinds apart; the line of a whole run comes from the engine. */
final class LedgerTable extends TableView<LedgerRow> {
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final ObservableList<LedgerRow> rows = FXCollections.observableArrayList();

    LedgerTable() {
        getStyleClass().addAll("dense", "ledger");
        setAccessibleText(Messages.text("run.ledger"));
        setPlaceholder(new Label(Messages.text("run.ledger.empty")));
        setItems(rows);
        setRowFactory(table -> new Row());
        getColumns()
                .setAll(
                        List.of(
                                Columns.text("run.ledger.run", row -> Messages.text(row.pass())),
                                Columns.text("run.ledger.agent", LedgerTable::agent),
                                Columns.number(
                                        "run.ledger.round", LedgerRow::round, String::valueOf),
                                Columns.number(
                                        "run.ledger.prefill",
                                        LedgerRow::prefillTokens,
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.decoded",
                                        LedgerRow::decodedTokens,
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.latent",
                                        LedgerRow::latentSteps,
                                        Figures::count),
                                Columns.number(
                                        "run.ledger.wall",
                                        LedgerRow::seconds,
                                        Figures::milliseconds),
                                Columns.number(
                                        "run.ledger.first",
                                        LedgerRow::firstToken,
                                        Figures::milliseconds)));
        Columns.share(this, 2, 2.5, 1.2, 2.2, 2.2, 2, 2, 2.2);
    }

    private static String agent(LedgerRow row) {
        String role = row.agent();
        return role == null ? Messages.text("run.ledger.whole") : role;
    }

    /** Shows the ledgers of these passes, one below the other, as they grow. */
    void show(List<PassModel> passes) {
        passes.forEach(
                pass ->
                        pass.ledger()
                                .addListener(
                                        (ListChangeListener<LedgerRow>) change -> fill(passes)));
        fill(passes);
    }

    private void fill(List<PassModel> passes) {
        rows.setAll(passes.stream().flatMap(pass -> pass.ledger().stream()).toList());
    }

    private static final class Row extends TableRow<LedgerRow> {
        @Override
        protected void updateItem(@Nullable LedgerRow item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(WHOLE, item != null && !empty && item.whole());
        }
    }
}
