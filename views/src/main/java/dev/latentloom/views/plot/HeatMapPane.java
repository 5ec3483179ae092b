package dev.latentloom.views.plot;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Tip;
import dev.latentloom.views.text.Figures;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Amounts in rows and columns on a logarithmic scale of colours, each with its figure. */
public final class HeatMapPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final GridPane grid = new GridPane();
    private final HeatLegend legend;
    private final List<Label> names = new ArrayList<>();
    private final List<List<Label>> cells = new ArrayList<>();

    /**
     * @param nothing what a cell without an amount means, in a word or two
     */
    public HeatMapPane(String nothing) {
        getStyleClass().add("heat-map");
        grid.getStyleClass().add("heat-grid");
        legend = new HeatLegend(nothing);
        getChildren().setAll(grid, legend);
        VBox.setVgrow(grid, Priority.ALWAYS);
    }

    /** Lays out empty cells with these names at their sides. */
    public void layOut(List<String> rows, List<String> columns) {
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(new ColumnConstraints());
        names.clear();
        cells.clear();
        for (int column = 0; column < columns.size(); column++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(wide);
            Label head = new Label(columns.get(column));
            head.getStyleClass().add("heat-head");
            grid.add(head, column + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            Label name = new Label(rows.get(row));
            name.getStyleClass().add("heat-name");
            grid.add(name, 0, row + 1);
            names.add(name);
            cells.add(cells(row, columns.size()));
        }
    }

    private List<Label> cells(int row, int columns) {
        List<Label> made = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            Label cell = new Label();
            cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            GridPane.setVgrow(cell, Priority.ALWAYS);
            grid.add(cell, column + 1, row + 1);
            made.add(cell);
        }
        return made;
    }

    /** Amounts of the cells, row by row; null where there is none. */
    public void show(List<List<@Nullable Double>> amounts) {
        HeatScale scale = HeatScale.of(amounts);
        legend.show(scale);
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(row).size(); column++) {
                show(cells.get(row).get(column), amounts.get(row).get(column), scale);
            }
        }
    }

    private void show(Label cell, @Nullable Double amount, HeatScale scale) {
        String look = amount == null ? "heat-none" : "heat-" + scale.bin(amount);
        if (!cell.getStyleClass().contains(look)) {
            cell.getStyleClass().setAll("label", "heat-cell", look);
        }
        cell.setText(amount == null ? legend.nothing() : Figures.scientific(amount));
    }

    /** Explains a cell to who rests the pointer on it. */
    public void explain(int row, int column, String text) {
        Tip.say(cells.get(row).get(column), text);
    }

    /** Marks a row; -1 marks none. */
    public void choose(int chosen) {
        for (int row = 0; row < names.size(); row++) {
            names.get(row).pseudoClassStateChanged(CHOSEN, row == chosen);
        }
        setAccessibleText(
                chosen < 0 ? "" : Messages.text("shell.plot.row", names.get(chosen).getText()));
    }
}
