package dev.latentloom.engine.project;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What a project remembers of a data file.
 *
 * @param fields which field is what, by role; empty where the names tell
 * @param limit at most so many of its items are taken; null means all
 */
public record DataNote(Map<String, String> fields, @Nullable Integer limit) {
    public DataNote {
        fields = fields == null ? Map.of() : Map.copyOf(fields); // files may leave it out
    }
}
