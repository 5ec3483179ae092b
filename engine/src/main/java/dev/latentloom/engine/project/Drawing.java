package dev.latentloom.engine.project;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is drawn around a graph and changes no run.
 *
 * @param question text of the question source; null where none is drawn
 * @param answer whether an answer node is drawn
 */
public record Drawing(
        List<Note> notes, List<Group> groups, @Nullable String question, boolean answer) {
    public Drawing {
        notes = notes == null ? List.of() : List.copyOf(notes); // files may leave these out
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** A remark. */
    public record Note(String id, String text) {}

    /** Nodes in a common frame. */
    public record Group(String id, String title, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }
}
