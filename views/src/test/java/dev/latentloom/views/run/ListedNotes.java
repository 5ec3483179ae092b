package dev.latentloom.views.run;

import dev.latentloom.engine.project.DataNote;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project with a task of its own; what it is to remember is kept in memory. */
public final class ListedNotes implements DataSource {
    final Map<Path, DataNote> notes = new HashMap<>();
    @Nullable Path last;
    int remembered;

    @Override
    public DataOffer offer(Path project) {
        return new DataOffer(true, List.of(), last);
    }

    @Override
    public Optional<DataNote> note(Path project, Path file) {
        return Optional.ofNullable(notes.get(file));
    }

    @Override
    public void remember(Path project, @Nullable Path file, DataNote note) {
        remembered++;
        last = file;
        if (file != null) {
            notes.put(file, note);
        }
    }
}
