package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Work that is not saved yet, one file a process, apart from every project. A process clears its
 * file when there is nothing unsaved; what another left behind can be recovered.
 */
public final class RecoveryJournal {
    private static final Logger LOGGER = Logger.getLogger(RecoveryJournal.class.getName());

    private final Path folder;

    /** The journal in a folder, which need not exist yet. */
    public RecoveryJournal(Path folder) {
        this.folder = folder;
    }

    /** Writes down this process's work in place of what it wrote before. */
    public void write(Recovered work) throws WorkbenchException {
        new JsonFile(file(work.owner())).write(work);
    }

    /** Forgets this process's work. */
    public void clear() throws WorkbenchException {
        remove(ProcessMark.ofThis());
    }

    /** Forgets a process's work. */
    public void remove(ProcessMark owner) throws WorkbenchException {
        Path file = file(owner);
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + AtomicFile.PREVIOUS));
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unwritable", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** What processes left behind that no longer run, latest first. */
    public List<Recovered> left() throws WorkbenchException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Leftovers.sweep(folder);
        List<Recovered> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(any -> any.toString().endsWith(".json")).toList()) {
                read(file, left);
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", folder.toString(), String.valueOf(e.getMessage()));
        }
        left.sort(Comparator.comparingLong(Recovered::at).reversed());
        return List.copyOf(left);
    }

    private static void read(Path file, List<Recovered> into) {
        try {
            Recovered found = new JsonFile(file).read(Recovered.class);
            if (!found.owner().alive()) {
                into.add(found);
            }
        } catch (WorkbenchException e) {
            LOGGER.log(Level.WARNING, "no recovered work in " + file, e); // the others still count
        }
    }

    private Path file(ProcessMark owner) {
        return folder.resolve(owner.pid() + "-" + owner.started() + ".json");
    }
}
