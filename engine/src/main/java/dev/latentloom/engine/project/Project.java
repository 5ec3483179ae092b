package dev.latentloom.engine.project;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code project.json} holds; models, graphs, links and runs lie in folders beside it.
 *
 * @param version version of the file's form, see {@link #VERSION}
 * @param name name people read
 * @param graph name of the graph that runs when none is named
 * @param rounds n; null means as the graph says
 * @param steps latent steps m by agent id; agents that are missing take what the graph says
 * @param links current link set: a folder under {@code links/}, or {@code soft-token}, {@code
 *     realign}, {@code untrained}; null where there is none
 * @param seed of everything random unless another is given
 * @param task name of the miniature task its questions come from; null where there is none
 */
public record Project(
        int version,
        String name,
        String graph,
        @Nullable Integer rounds,
        Map<String, Integer> steps,
        @Nullable String links,
        long seed,
        @Nullable String task) {
    /** The form this program writes and the newest it reads. */
    public static final int VERSION = 1;

    public Project {
        steps = steps == null ? Map.of() : Map.copyOf(steps); // files may leave it out
    }

    /** A project of this program's version that leaves rounds and steps to its graph. */
    public static Project of(String name, String graph) {
        return new Project(VERSION, name, graph, null, Map.of(), null, 0, null);
    }

    /** The same with another current link set. */
    public Project withLinks(@Nullable String set) {
        return new Project(version, name, graph, rounds, steps, set, seed, task);
    }

    /** The same under another name. */
    public Project withName(String other) {
        return new Project(version, other, graph, rounds, steps, links, seed, task);
    }

    /** The same, with rounds and the latent steps of these agents left to the graph. */
    public Project leaving(Collection<String> agents) {
        Map<String, Integer> others = new HashMap<>(steps);
        others.keySet().removeAll(agents);
        return new Project(version, name, graph, null, others, links, seed, task);
    }

    /** The same with questions from a miniature task. */
    public Project withTask(@Nullable String other) {
        return new Project(version, name, graph, rounds, steps, links, seed, other);
    }
}
