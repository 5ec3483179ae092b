package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;
import java.util.List;

/**
 * What people wrote about a run, in {@code notes.json} of its folder; {@code run.json} stays as the
 * run wrote it.
 *
 * @param version version of the file's form, see {@link #VERSION}
 * @param text free words
 * @param tags single words to find it by, sorted, each once
 */
public record RunNote(int version, String text, List<String> tags) {
    /** The form this program writes and the newest it reads. */
    public static final int VERSION = 1;

    /** Nothing was written. */
    public static final RunNote NONE = of("", List.of());

    public RunNote {
        text = text == null ? "" : text; // people may edit the file
        tags = tags == null ? List.of() : tidy(tags);
    }

    /** A note of this program's version. */
    public static RunNote of(String text, List<String> tags) {
        return new RunNote(VERSION, text, tags);
    }

    private static List<String> tidy(List<String> tags) {
        return tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Reads the note of a run; one without a file has none. */
    public static RunNote read(Path run) throws WorkbenchException {
        JsonFile file = new JsonFile(file(run));
        if (!file.exists()) {
            return NONE;
        }
        JsonNode tree = file.tree();
        int version = tree.path("version").asInt(VERSION);
        if (version > VERSION) {
            throw new WorkbenchException("project.newerNotes", run.toString(), version, VERSION);
        }
        return file.read(RunNote.class);
    }

    /**
     * Writes it to the folder of a run, at once or not at all.
     *
     * @throws WorkbenchException also where a note lies there that cannot be read: it stays
     */
    public void keep(Path run) throws WorkbenchException {
        if (!read(run).equals(this)) {
            new JsonFile(file(run)).write(this);
        }
    }

    /** The file that holds the note of a run. */
    static Path file(Path run) {
        return run.resolve("notes.json");
    }
}
