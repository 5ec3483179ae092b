package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.engine.project.Recovered;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.StoredDraft;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes unsaved work into the journal a second after an edit at most, and forgets it once nothing
 * is unsaved. Only the last state counts: edits made meanwhile are written together.
 */
public final class RecoveryKeeper implements Keeper {
    private static final Logger LOGGER = Logger.getLogger(RecoveryKeeper.class.getName());
    private static final long DELAY_MILLIS = 1000;

    private final RecoveryJournal journal;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile @Nullable Unsaved latest;
    private volatile boolean written;

    private record Unsaved(OpenProject project, Draft draft) {}

    /**
     * @param clock one thread that writes
     */
    public RecoveryKeeper(
            ProjectViewModel project, RecoveryJournal journal, ScheduledExecutorService clock) {
        this.journal = journal;
        this.clock = clock;
        project.keptBy(this);
    }

    @Override
    public void changed(ProjectViewModel project) {
        boolean had = written || latest != null;
        if (project.dirtyProperty().get()) {
            latest = new Unsaved(project.current(), project.draft());
            if (pending.compareAndSet(false, true)) {
                var _ = clock.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } else if (had) {
            latest = null;
            clock.execute(this::write);
        }
    }

    /** Forgets what is unsaved: people said they do not need it. */
    public void forget() {
        latest = null;
        clock.execute(this::write);
    }

    /** The journal is never behind the files: a save that is cut short can be taken up from it. */
    @Override
    public synchronized void ahead(OpenProject project, Draft draft) throws WorkbenchException {
        written = true;
        journal.write(recovered(project, draft));
    }

    private synchronized void write() {
        pending.set(false); // before reading: a later edit is either read now or scheduled anew
        Unsaved work = latest;
        try {
            if (work == null) {
                journal.clear();
                written = false;
            } else {
                written = true;
                journal.write(recovered(work.project(), work.draft()));
            }
        } catch (WorkbenchException e) {
            LOGGER.log(Level.WARNING, Messages.text(e.key(), e.arguments()), e);
        }
    }

    private static Recovered recovered(OpenProject project, Draft draft) {
        Path folder = project.folder();
        return new Recovered(
                ProcessMark.ofThis(),
                folder == null ? null : folder.toAbsolutePath().toString(),
                project.fingerprint(),
                System.currentTimeMillis(),
                project.project().withLinks(draft.document().links()),
                StoredDraft.file(draft.document()),
                StoredDraft.layout(draft.layout()));
    }
}
