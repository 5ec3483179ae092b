package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A link set that can be chosen.
 *
 * @param name name of its folder, or of a kind that needs no training
 * @param folder where it lies; null for a kind that needs no training
 * @param project name of the project it belongs to; null for the one that is open
 * @param run id of the run that trained it; null where that is not known
 * @param links what it holds
 * @param teams graphs of its project, for which it may have been trained
 */
public record KnownLinks(
        String name,
        @Nullable Path folder,
        @Nullable String project,
        @Nullable String run,
        List<LinkFact> links,
        List<LinkTeam> teams) {
    public KnownLinks {
        links = List.copyOf(links);
        teams = List.copyOf(teams);
    }

    /** One that needs no training. */
    public static KnownLinks trainingFree(String name) {
        return new KnownLinks(name, null, null, null, List.of(), List.of());
    }

    /** Whether it belongs to another project, and is copied when it is chosen. */
    public boolean elsewhere() {
        return project != null;
    }

    /** The link of an agent or of a wire. */
    public Optional<LinkFact> link(boolean inner, String id) {
        return links.stream()
                .filter(link -> link.inner() == inner && link.id().equals(id))
                .findFirst();
    }
}
