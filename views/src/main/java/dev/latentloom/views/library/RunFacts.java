package dev.latentloom.views.library;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunSetting;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.text.Figures;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** All figures and all settings of a kept run, name by name. */
final class RunFacts extends VBox {
    private static final double[] SHARES = {55, 45}; // per cent of the width

    private @Nullable JsonNode shown;

    RunFacts() {
        getStyleClass().add("run-facts");
    }

    void show(KeptRun run) {
        if (run.about().equals(shown)) {
            return; // another note, the same run
        }
        shown = run.about();
        getChildren().clear();
        GridPane ledger = section("library.run.ledger");
        line(ledger, "library.run.accuracy.name", RunWords.accuracy(run));
        count(ledger, "library.run.prefill", run.count("prefillTokens"));
        count(ledger, "library.run.decoded", run.count("decodedTokens"));
        count(ledger, "library.run.latent", run.count("latentSteps"));
        count(ledger, "library.run.trainingSteps", run.count("steps"));
        count(ledger, "library.run.cells", run.count("cells"));
        time(ledger, "library.run.wall.whole", run.seconds());
        time(ledger, "library.run.first", run.figure("ttftP50"));
        time(ledger, "library.run.p50", run.figure("p50"));
        time(ledger, "library.run.p95", run.figure("p95"));
        Long peak = run.count("peakMemory");
        if (peak != null) {
            line(ledger, "library.run.peak", Figures.bytes(peak));
        }
        RunSetting.Part part = null;
        GridPane grid = ledger;
        for (RunSetting setting : RunSetting.of(run.about())) {
            if (setting.part() != part) {
                part = setting.part();
                grid = section("library.run.part." + part.name());
            }
            row(grid, name(setting.name()), setting.value());
        }
    }

    private GridPane section(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add("pane-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("run-grid");
        for (double share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        getChildren().addAll(title, grid);
        return grid;
    }

    private static void count(GridPane grid, String key, @Nullable Long value) {
        if (value != null) {
            line(grid, key, Figures.count(value));
        }
    }

    private static void time(GridPane grid, String key, @Nullable Double seconds) {
        if (seconds != null) {
            line(grid, key, Figures.duration(seconds));
        }
    }

    private static void line(GridPane grid, String key, String value) {
        row(grid, new Label(Messages.text(key)), value);
    }

    private static Label name(String path) {
        Label name = new Label(path);
        name.getStyleClass().add("setting-name");
        name.setWrapText(true);
        return name;
    }

    private static void row(GridPane grid, Label name, String value) {
        Label said = new Label(value);
        said.getStyleClass().add("setting-value");
        said.setWrapText(true);
        grid.addRow(grid.getRowCount(), name, said);
    }
}
