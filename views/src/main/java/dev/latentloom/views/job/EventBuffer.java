package dev.latentloom.views.job;

import dev.latentloom.engine.job.RunEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Takes events on an engine thread and hands them over in batches, at most one a frame. */
final class EventBuffer implements Consumer<RunEvent> {
    private final Executor frame;
    private final Consumer<List<RunEvent>> listener;
    private List<RunEvent> waiting = new ArrayList<>();
    private boolean scheduled;

    /**
     * @param frame runs what it is given once, at the next frame, on the FX thread
     */
    EventBuffer(Executor frame, Consumer<List<RunEvent>> listener) {
        this.frame = frame;
        this.listener = listener;
    }

    @Override
    public void accept(RunEvent event) {
        synchronized (this) {
            waiting.add(event);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        frame.execute(this::drain);
    }

    private void drain() {
        List<RunEvent> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
            scheduled = false;
        }
        listener.accept(batch);
    }
}
