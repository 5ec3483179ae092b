package dev.latentloom.views.run;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * The questions a project can be asked.
 *
 * @param ownTask whether its own task makes some
 * @param files its data files
 * @param last the file that was used last; null for the own task's questions or where nothing was
 */
public record DataOffer(boolean ownTask, List<Path> files, @Nullable Path last) {
    public DataOffer {
        files = List.copyOf(files);
    }

    /** The file to begin with; null for the questions of the project's own task. */
    @Nullable Path first() {
        return last != null || ownTask || files.isEmpty() ? last : files.getFirst();
    }
}
