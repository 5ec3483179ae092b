package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the kept runs of a project again and again, whoever wrote them; what has not changed since
 * is not read anew. One thread at a time.
 */
public final class RunReader {
    private final RunArchive archive;
    private Map<Path, Seen> seen = Map.of();

    public RunReader(RunArchive archive) {
        this.archive = archive;
    }

    /**
     * A run that was read.
     *
     * @param files what its files looked like before
     */
    private record Seen(List<Look> files, KeptRun run) {}

    /**
     * What tells a file from what it was: each is replaced by another one when it is written.
     *
     * @param key which file it is, null where the system does not say
     */
    private record Look(FileTime written, long size, @Nullable Object key) {
        static final Look NONE = new Look(FileTime.fromMillis(0), -1, null);

        static Look at(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Look(now.lastModifiedTime(), now.size(), now.fileKey());
            } catch (IOException e) {
                return NONE; // not there, or whoever reads it says why not
            }
        }
    }

    /** Every run, newest first; a folder that is no run or a broken one says so. */
    public List<KeptRun> runs() throws WorkbenchException {
        Map<Path, Seen> now = new HashMap<>();
        for (Path folder : archive.folders()) {
            now.put(folder, look(folder));
        }
        seen = now;
        return now.values().stream()
                .map(Seen::run)
                .sorted(Comparator.comparing(KeptRun::id).reversed())
                .toList();
    }

    private Seen look(Path folder) {
        List<Look> files = List.of(Look.at(RunFolder.file(folder)), Look.at(RunNote.file(folder)));
        Seen before = seen.get(folder);
        if (before != null && before.files().equals(files) && before.run().problem() == null) {
            return before;
        }
        return new Seen(files, KeptRun.read(folder));
    }

    /** What can be done with the runs. */
    public RunArchive archive() {
        return archive;
    }
}
