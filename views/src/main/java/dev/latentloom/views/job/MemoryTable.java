package dev.latentloom.views.job;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The models in memory, one a row; the chosen row stays chosen while its model is there. */
final class MemoryTable extends TableView<HeldModel> {
    MemoryTable() {
        getStyleClass().addAll("dense", "memory-table");
        setAccessibleText(Messages.text("memory.models"));
        Label empty = new Label(Messages.text("memory.empty"));
        empty.setWrapText(true);
        setPlaceholder(empty);
        getColumns()
                .setAll(
                        List.of(
                                Columns.text("memory.model", MemoryTable::name),
                                Columns.text("memory.device", HeldModel::device),
                                Columns.text("memory.dtype", HeldModel::dtype),
                                Columns.number(
                                        "memory.estimated", HeldModel::estimated, Figures::bytes),
                                Columns.number("memory.actual", HeldModel::actual, Figures::bytes),
                                Columns.number("memory.users", HeldModel::users, String::valueOf),
                                Columns.number("memory.uses", HeldModel::uses, String::valueOf)));
        Columns.share(this, 4, 1.2, 1.2, 1.6, 1.6, 1.4, 1.6);
    }

    /** Short name of a model: its folder and the one that folder is in. */
    static String name(HeldModel model) {
        Path folder = Path.of(model.folder());
        int names = folder.getNameCount();
        return folder.subpath(Math.max(0, names - 2), names).toString();
    }

    /** Shows these; nothing is drawn anew where nothing has changed. */
    void show(List<HeldModel> models) {
        if (!getItems().equals(models)) {
            HeldModel before = getSelectionModel().getSelectedItem();
            getItems().setAll(models);
            models.stream()
                    .filter(model -> before != null && same(model, before))
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    private static boolean same(HeldModel one, HeldModel other) {
        return Objects.equals(one.folder(), other.folder())
                && Objects.equals(one.device(), other.device());
    }
}
