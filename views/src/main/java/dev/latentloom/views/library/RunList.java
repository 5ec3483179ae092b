package dev.latentloom.views.library;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunArchive;
import dev.latentloom.engine.project.RunNote;
import dev.latentloom.engine.project.RunReader;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.views.job.Background;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The kept runs of one project as they were read last; read again in the background. */
final class RunList {
    private final Function<Path, RunArchive> archives;
    private final Background files;
    private final Consumer<List<KeptRun>> found;
    private final Consumer<WorkbenchException> failed;
    private List<KeptRun> runs = List.of();
    private List<RunState> states = List.of();
    private @Nullable Path project;
    private @Nullable RunReader reader;
    private @Nullable WorkbenchException told;
    private boolean reading;
    private boolean again;

    /**
     * @param archives the kept runs of a project's folder
     * @param found is told every run, newest first, whenever something is not as it was
     */
    RunList(
            Function<Path, RunArchive> archives,
            Background files,
            Consumer<List<KeptRun>> found,
            Consumer<WorkbenchException> failed) {
        this.archives = archives;
        this.files = files;
        this.found = found;
        this.failed = failed;
    }

    /** Whether a project is another one than that whose runs are listed. */
    boolean isOther(@Nullable Path folder) {
        return folder == null || !folder.equals(project);
    }

    /** Lists the runs of another project; of none for null. */
    void open(@Nullable Path folder) {
        project = folder;
        reader = folder == null ? null : new RunReader(archives.apply(folder));
        show(List.of());
        empty(); // what was left by processes that were killed
        refresh();
    }

    /** Removes for good what was thrown away. */
    void empty() {
        RunArchive from = archive();
        if (from != null) {
            files.run(
                    () -> {
                        from.empty();
                        return from;
                    },
                    done -> {},
                    failed);
        }
    }

    /** Reads the runs again. */
    void refresh() {
        RunReader from = reader;
        if (from == null || reading) {
            again = reading;
            return;
        }
        again = false;
        reading = true;
        files.run(
                from::runs,
                now -> {
                    told = null;
                    read(from, now);
                },
                reason -> {
                    read(from, List.of());
                    tell(reason);
                });
    }

    /** Reading goes on: what is wrong is told once, until it is something else. */
    private void tell(WorkbenchException reason) {
        WorkbenchException before = told;
        told = reason;
        if (before == null
                || !before.key().equals(reason.key())
                || !before.arguments().equals(reason.arguments())) {
            failed.accept(reason);
        }
    }

    private void read(RunReader from, List<KeptRun> now) {
        reading = false;
        boolean other = !from.equals(reader);
        if (!other) {
            show(now);
        }
        if (again || other) {
            refresh();
        }
    }

    private void show(List<KeptRun> now) {
        List<RunState> ended = now.stream().map(KeptRun::state).toList(); // also by being killed
        if (!now.equals(runs) || !ended.equals(states)) {
            runs = List.copyOf(now);
            states = ended;
            found.accept(runs);
        }
    }

    /** Another note of a run was written. */
    void note(Path folder, RunNote now) {
        show(runs.stream().map(run -> run.folder().equals(folder) ? run.with(now) : run).toList());
    }

    /** The project's runs on the disk; null while no project is open. */
    @Nullable RunArchive archive() {
        return reader == null ? null : reader.archive();
    }
}
