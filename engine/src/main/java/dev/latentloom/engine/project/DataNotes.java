package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a project remembers of the data files it was used with, in {@code datasets.json} of the
 * folder it writes to. Files inside the project are named relative to it.
 */
public final class DataNotes {
    private final Path project;
    private final JsonFile file;

    /**
     * @param project the project's folder
     * @param own where it writes: the same folder, or another one where it is only read
     */
    public DataNotes(Path project, Path own) {
        this.project = project.toAbsolutePath().normalize();
        file = new JsonFile(own.resolve("datasets.json"));
    }

    /** What is remembered of a data file. */
    public Optional<DataNote> of(Path data) throws WorkbenchException {
        return Optional.ofNullable(read().files().get(name(data)));
    }

    /** The file that was last used for something, if it is still there. */
    public Optional<Path> last(DataUse use) throws WorkbenchException {
        String name = read().last(use);
        return Optional.ofNullable(name).map(project::resolve).filter(Files::isRegularFile);
    }

    /**
     * Remembers what was used last.
     *
     * @param data null for the project's own questions
     */
    public void remember(DataUse use, @Nullable Path data, DataNote note)
            throws WorkbenchException {
        Remembered before = read();
        Map<String, DataNote> files = new TreeMap<>(before.files());
        if (data != null) {
            files.put(name(data), note);
        }
        String name = data == null ? null : name(data);
        boolean asked = use == DataUse.ASK;
        file.write(
                new Remembered(
                        asked ? name : before.last(), asked ? before.learned() : name, files));
    }

    private Remembered read() throws WorkbenchException {
        return file.exists() ? file.read(Remembered.class) : new Remembered(null, null, Map.of());
    }

    private String name(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        boolean inside = whole.startsWith(project);
        return (inside ? project.relativize(whole) : whole).toString().replace('\\', '/');
    }

    private record Remembered(
            @Nullable String last, @Nullable String learned, Map<String, DataNote> files) {
        Remembered {
            files = files == null ? Map.of() : Map.copyOf(files); // people may edit the file
        }

        @Nullable String last(DataUse use) {
            return use == DataUse.ASK ? last : learned;
        }
    }
}
