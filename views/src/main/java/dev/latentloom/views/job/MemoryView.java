package dev.latentloom.views.job;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.WhileShown;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/** The controller of MemoryView.fxml: asks once a second while it is seen, and never otherwise. */
public final class MemoryView {
    private static final Duration PERIOD = Duration.seconds(1);

    @FXML private BorderPane root;
    @FXML private Label process;
    @FXML private Label heap;
    @FXML private Label links;
    @FXML private Label caches;
    @FXML private Label tensors;
    @FXML private Label available;
    @FXML private Button unload;

    private final MemoryViewModel model;
    private final MemoryTable table = new MemoryTable();

    public MemoryView(MemoryViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        root.setCenter(table);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> model.chosenProperty().set(chosen));
        model.chosenProperty().subscribe(this::offer);
        unload.setOnAction(event -> model.unload());
        model.ledgerProperty().subscribe(this::show);
        WhileShown.every(PERIOD, root, model::refresh);
    }

    private void offer(@Nullable HeldModel chosen) {
        unload.setDisable(chosen == null || !MemoryViewModel.unloadable(chosen));
    }

    private void show(MemoryLedger ledger) {
        table.show(ledger.models());
        process.setText(bytes(ledger.process()));
        heap.setText(bytes(ledger.heap()));
        links.setText(bytes(ledger.links()));
        caches.setText(bytes(ledger.caches()));
        tensors.setText(Figures.count(ledger.tensors()));
        available.setText(bytes(ledger.available()));
    }

    private static String bytes(long bytes) {
        return bytes < 0 ? Messages.text("memory.unknown") : Figures.bytes(bytes);
    }
}
