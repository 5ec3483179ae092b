package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells, once each, that from a link in some round no path leads to the loss, and what cut it. */
final class NoPath {
    private final String cut;
    private final Set<RoundGradients.Place> told = new HashSet<>();

    /**
     * @param cut what cuts paths here: {@code detach} between rounds, {@code no_grad} where no
     *     gradients were recorded, {@code unread} where nobody read what went through
     */
    NoPath(String cut) {
        this.cut = cut;
    }

    /** Tells what is new. */
    void tell(Collection<RoundGradients.Place> dead, JobMonitor monitor) {
        for (RoundGradients.Place place : dead) {
            if (told.add(place)) {
                List<Object> about = List.of(place.link().toString(), place.round(), cut);
                monitor.event(new RunEvent.Warning("train.noPath", about));
            }
        }
    }
}
