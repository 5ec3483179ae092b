package dev.latentloom.views.job;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Tip;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One job in one line: what, state, how far, how long still, Pause and Stop. */
public final class JobBar extends HBox {
    public JobBar(JobEntry job) {
        getStyleClass().add("job-bar");
        Label title = new Label(job.title());
        title.getStyleClass().add("job-title");
        Label state = new Label();
        state.getStyleClass().add("job-state");
        state.textProperty().bind(job.stateProperty().map(value -> Messages.text(value.key())));
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setAccessibleText(job.title());
        bar.progressProperty().bind(job.fractionProperty());
        bar.visibleProperty().bind(job.stateProperty().map(value -> !value.over()));
        Label detail = new Label();
        detail.getStyleClass().add("job-detail");
        detail.textProperty().bind(job.detailProperty());
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.textProperty().subscribe(words -> Tip.say(detail, words));
        Label time = new Label();
        time.getStyleClass().add("figure");
        time.textProperty().bind(job.timeProperty());
        PauseButton pause = new PauseButton();
        pause.getStyleClass().addAll("flat", "small");
        pause.setOnAction(event -> job.pauseOrGoOn());
        job.stateProperty().subscribe(pause::show);
        pause.visibleProperty().bind(job.stateProperty().map(value -> !value.over()));
        Button stop = new Button(Messages.text("shell.job.stop"));
        stop.getStyleClass().addAll("flat", "small", "job-stop");
        stop.setOnAction(event -> job.stop());
        stop.disableProperty().bind(job.stateProperty().map(value -> !value.stoppable()));
        stop.visibleProperty().bind(job.stateProperty().map(value -> !value.over()));
        getChildren().setAll(title, state, bar, detail, time, pause, stop);
    }
}
