package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.control.ToolRow;
import dev.latentloom.views.text.Figures;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** Plays a kept run: hold, step by step, anywhere, at any speed. */
final class ReplayBar extends StackPane {
    private static final double NANOS = 1e9;
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

    private final ReplayViewModel model;

    ReplayBar(ReplayViewModel model) {
        this.model = model;
        getStyleClass().add("replay-bar");
        Shown.when(this, model.activeProperty());
        Label name = new Label();
        name.getStyleClass().add("replay-name");
        name.textProperty()
                .bind(model.titleProperty().map(id -> Messages.text("run.replay.title", id)));
        Label time = new Label();
        time.getStyleClass().add("figure");
        time.setMinWidth(USE_PREF_SIZE);
        time.textProperty().bind(model.positionProperty().map(at -> time(at.doubleValue())));
        HBox player =
                new HBox(
                        play(),
                        button("fth-skip-back", "run.replay.back", () -> model.step(false)),
                        button("fth-skip-forward", "run.replay.next", () -> model.step(true)),
                        slider(),
                        time,
                        speeds(),
                        button("fth-x", "run.replay.close", model::close));
        player.getStyleClass().add("row");
        getChildren().setAll(new ToolRow(name, player));
        Frames frames = new Frames();
        model.playingProperty().subscribe(frames::follow);
    }

    private String time(double second) {
        return Messages.text(
                "run.replay.time",
                Figures.duration(second),
                Figures.duration(model.lengthProperty().get()));
    }

    private Button play() {
        Button play = button("fth-pause", "run.replay.hold", model::playOrHold);
        model.playingProperty()
                .subscribe(
                        on ->
                                show(
                                        play,
                                        on ? "fth-pause" : "fth-play",
                                        on ? "run.replay.hold" : "run.replay.play"));
        return play;
    }

    private static Button button(String icon, String key, Runnable act) {
        Button button = new Button();
        show(button, icon, key);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setOnAction(event -> act.run());
        return button;
    }

    private static void show(Button button, String icon, String key) {
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setAccessibleText(Messages.text(key));
    }

    private Slider slider() {
        Slider slider = new Slider();
        slider.setAccessibleText(Messages.text("run.replay.time.name"));
        slider.maxProperty().bind(model.lengthProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        model.positionProperty()
                .subscribe(
                        at -> {
                            if (!slider.isValueChanging()) {
                                slider.setValue(at.doubleValue());
                            }
                        });
        slider.valueProperty()
                .subscribe(
                        at -> {
                            if (at.doubleValue() != model.positionProperty().get()) {
                                model.seek(at.doubleValue());
                            }
                        });
        return slider;
    }

    private ChoiceBox<Double> speeds() {
        ChoiceBox<Double> speeds = new ChoiceBox<>();
        speeds.getItems().setAll(SPEEDS);
        speeds.setConverter(Converters.named(speed -> Messages.text("run.replay.speed", speed)));
        speeds.setAccessibleText(Messages.text("run.replay.speeds"));
        model.speedProperty().subscribe(speed -> speeds.setValue(speed.doubleValue()));
        speeds.valueProperty().subscribe(speed -> model.speedProperty().set(speed));
        return speeds;
    }

    /** Ticks while something is played. */
    private final class Frames extends AnimationTimer {
        private long last;

        void follow(boolean playing) {
            last = 0;
            if (playing) {
                start();
            } else {
                stop();
            }
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                model.tick((now - last) / NANOS);
            }
            last = now;
        }
    }
}
