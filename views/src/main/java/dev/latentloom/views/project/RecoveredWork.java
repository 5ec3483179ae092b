package dev.latentloom.views.project;

import dev.latentloom.engine.project.Recovered;
import dev.latentloom.views.graph.document.Draft;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Recovered work beside the files of its project.
 *
 * @param folder the project's folder; null where there is none (any more)
 * @param savedLater whether the files were written after this work began
 * @param differences what differs, in words
 */
public record RecoveredWork(
        Recovered work,
        @Nullable Path folder,
        Draft draft,
        boolean savedLater,
        List<String> differences) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    public RecoveredWork {
        differences = List.copyOf(differences);
    }

    /** Name of the project. */
    public String name() {
        return work.project().name();
    }

    /** When it was written down, for people. */
    public String time() {
        return TIME.format(Instant.ofEpochMilli(work.at()).atZone(ZoneId.systemDefault()));
    }
}
