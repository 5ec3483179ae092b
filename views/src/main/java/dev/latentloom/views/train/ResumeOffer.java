package dev.latentloom.views.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.run.RunProject;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The training that can go on, as the open project's folders tell. */
final class ResumeOffer {
    private final TrainSource source;
    private final Background background;
    private final Consumer<WorkbenchException> failed;
    private final ReadOnlyObjectWrapper<@Nullable StoppedRun> stopped =
            new ReadOnlyObjectWrapper<>(this, "stopped");
    private long asked;

    ResumeOffer(TrainSource source, Background background, Consumer<WorkbenchException> failed) {
        this.source = source;
        this.background = background;
        this.failed = failed;
    }

    /** Offers nothing before a project was looked at. */
    void clear() {
        asked++;
        stopped.set(null);
    }

    /** Looks at the folders again; what is offered stays until that is known. */
    void look(RunProject project) {
        long mine = ++asked;
        background.run(
                () -> source.stopped(project),
                found -> {
                    if (mine == asked) {
                        stopped.set(found.orElse(null));
                    }
                },
                failed);
    }

    /** Null where there is none. */
    ReadOnlyObjectProperty<@Nullable StoppedRun> stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }
}
