package dev.latentloom.engine.project;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One process writes a project at a time: {@code .lock.json} names it. What a process left behind
 * that no longer runs does not count, and its half-written files go.
 */
public final class ProjectLock implements AutoCloseable {
    private static final String NAME = ".lock.json";
    private static final List<String> WRITTEN = List.of("", "graphs", "layout"); // while drawing
    private static final Logger LOGGER = Logger.getLogger(ProjectLock.class.getName());

    private final Path file;
    private final @Nullable ProcessMark other;
    private final boolean held;

    private ProjectLock(Path file, @Nullable ProcessMark other, boolean held) {
        this.file = file;
        this.other = other;
        this.held = held;
    }

    /** Takes the lock of a folder, or finds that it cannot be taken. */
    public static ProjectLock take(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            ProcessMark owner = owner(file);
            if (owner != null && !owner.equals(ProcessMark.ofThis())) {
                if (owner.alive()) {
                    return new ProjectLock(file, owner, false);
                }
                Files.deleteIfExists(file);
            }
            if (owner == null || !Files.exists(file)) {
                Files.writeString(
                        file, RunJson.line(ProcessMark.ofThis()), StandardOpenOption.CREATE_NEW);
                WRITTEN.forEach(part -> Leftovers.sweep(folder.resolve(part)));
            }
            return new ProjectLock(file, null, true);
        } catch (FileAlreadyExistsException e) {
            return new ProjectLock(file, owner(file), false); // another one was faster
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "cannot be written: " + file, e); // so it is opened read-only
            return new ProjectLock(file, null, false);
        }
    }

    private static @Nullable ProcessMark owner(Path file) {
        JsonFile json = new JsonFile(file);
        if (!json.exists()) {
            return null;
        }
        try {
            return json.read(ProcessMark.class);
        } catch (WorkbenchException e) {
            return new ProcessMark(-1, 0); // cut off while it was written: nobody's
        }
    }

    /** Whether this process may write the project. */
    public boolean held() {
        return held;
    }

    /** The process that holds it instead; null where the folder cannot be written at all. */
    public @Nullable ProcessMark other() {
        return other;
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        if (held) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "left behind: " + file, e); // it ends with this process
            }
        }
    }
}
