package dev.latentloom.views.library;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.ToolRow;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Map;

/** The chosen run: what can be done with it, notes and tags, figures and settings in full. */
final class RunDetails extends VBox {
    private final RunsViewModel model;
    private final Label title = new Label();
    private final Label state = new Label();
    private final Label trouble = new Label();
    private final Label path = new Label();
    private final HBox place;
    private final RunFacts facts = new RunFacts();
    private final ScrollPane scroll;

    RunDetails(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("run-details");
        title.getStyleClass().add("section-title");
        state.getStyleClass().add("note");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE); // the details below shrink instead
        trouble.getStyleClass().add("problem");
        trouble.setWrapText(true);
        path.getStyleClass().add("note");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        place = new HBox(path, copyButton());
        place.getStyleClass().add("row");
        VBox inside = new VBox(trouble, new NotePane(model.note()), facts);
        inside.getStyleClass().add("run-inside");
        scroll = new ScrollPane(inside);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Messages.text("library.run.settings"));
        scroll.getStyleClass().add("lanes-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(title, state, acts(), place, scroll);
        model.chosen().addListener((ListChangeListener<KeptRun>) change -> show());
        show();
    }

    private ToolRow acts() {
        Button replay = act("library.run.replay", model.replayableProperty(), model::replay);
        replay.getStyleClass().add("accent");
        return new ToolRow(
                replay,
                act("library.run.openItems", model.itemisedProperty(), model::openItems),
                act("library.run.compare", model.comparableProperty(), model::compare),
                act("library.run.delete", model.deletableProperty(), model::delete));
    }

    private static Button act(String key, ObservableBooleanValue can, Runnable act) {
        Button button = new Button(Messages.text(key + ".name"));
        button.setId(key);
        button.setTooltip(new Tooltip(Messages.text(key + ".tip")));
        button.disableProperty().bind(Bindings.not(can));
        button.setOnAction(event -> act.run());
        return button;
    }

    private Button copyButton() {
        Button copy = new Button("", new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("flat", "button-icon");
        copy.setTooltip(new Tooltip(Messages.text("library.run.copyPath")));
        copy.setAccessibleText(Messages.text("library.run.copyPath"));
        copy.setOnAction(
                event ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, path.getText())));
        return copy;
    }

    private void show() {
        int count = model.chosen().size();
        boolean one = count == 1;
        place.setVisible(one);
        scroll.setVisible(one);
        if (!one) {
            title.setText(Messages.text("library.run.chosen", count));
            state.setText(Messages.text(count == 2 ? "library.run.two" : "library.run.none"));
            return;
        }
        KeptRun run = model.chosen().getFirst();
        title.setText(run.id());
        state.setText(RunWords.headline(run));
        trouble.setText(RunWords.trouble(run));
        trouble.setVisible(!trouble.getText().isEmpty());
        trouble.setManaged(trouble.isVisible());
        if (!path.getText().equals(run.folder().toString())) {
            path.setText(run.folder().toString());
            scroll.setVvalue(0);
        }
        facts.show(run);
    }
}
