package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.text.Figures;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/** One turn in one line: round, role, latent steps as ticks, words as they come, time. */
final class LaneRow extends HBox {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final LaneModel model;
    private final Label time = new Label();

    /**
     * @param receivers role of the receiver by id of the edge
     */
    LaneRow(LaneModel model, Map<String, String> receivers) {
        this.model = model;
        getStyleClass().add("lane");
        Region dot = new Region();
        dot.getStyleClass().add("state-dot");
        Label round = new Label(String.valueOf(model.round()));
        round.getStyleClass().add("lane-round");
        Label role = new Label(model.role());
        role.getStyleClass().add("lane-role");
        time.getStyleClass().addAll("figure", "lane-time");
        getChildren().setAll(dot, round, role, content(receivers), time);
        model.stateProperty().subscribe(this::showState);
        model.spentProperty().subscribe(this::showTime);
    }

    private VBox content(Map<String, String> receivers) {
        StepTicks ticks = new StepTicks(model);
        Shown.when(ticks, model.stepsProperty().greaterThan(0));
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("lane-words");
        words.textProperty().bind(model.textProperty());
        Shown.when(words, model.textProperty().isNotEmpty());
        VBox content = new VBox(ticks, new LensLines(model, receivers), words);
        content.getStyleClass().add("lane-content");
        HBox.setHgrow(content, Priority.ALWAYS);
        return content;
    }

    private void showState(TurnState state) {
        pseudoClassStateChanged(WAITING, state == TurnState.WAITING);
        pseudoClassStateChanged(RUNNING, state == TurnState.RUNNING);
        pseudoClassStateChanged(FAILED, state == TurnState.FAILED);
        setAccessibleText(
                Messages.text(
                        "run.lane." + state.name().toLowerCase(Locale.ROOT),
                        model.role(),
                        model.round()));
    }

    private void showTime(RunEvent.@Nullable TurnDone spent) {
        time.setText(spent == null ? "" : Figures.duration(spent.seconds()));
    }
}
