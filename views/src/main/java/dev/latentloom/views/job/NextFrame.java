package dev.latentloom.views.job;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs work on the FX thread at the next frame, and asks for no frame while there is none. */
public final class NextFrame implements Executor {
    private List<Runnable> waiting = new ArrayList<>(); // guarded by this
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    runWaiting();
                }
            };

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            waiting.add(work);
            if (waiting.size() > 1) {
                return; // the timer is on its way already
            }
        }
        Platform.runLater(timer::start);
    }

    private void runWaiting() {
        List<Runnable> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
            timer.stop();
        }
        batch.forEach(Runnable::run);
    }
}
