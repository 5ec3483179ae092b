package dev.latentloom.views.run;

import dev.latentloom.engine.graph.AgentGraph;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the Run area needs to know of an open project.
 *
 * @param folder its folder
 * @param name what people call it
 * @param graph the team that is asked
 * @param widths hidden size d of each agent by id; an agent whose model is not known is left out
 * @param links every link set it has, and {@code soft-token}, {@code realign}, {@code untrained}
 * @param currentLinks the set in use, null where none is
 * @param examples questions to try, easiest first
 */
public record RunProject(
        Path folder,
        String name,
        AgentGraph graph,
        Map<String, Integer> widths,
        List<String> links,
        @Nullable String currentLinks,
        List<Example> examples) {
    public RunProject {
        widths = Map.copyOf(widths);
        links = List.copyOf(links);
        examples = List.copyOf(examples);
    }

    /** The same project with other link sets. */
    public RunProject withLinks(List<String> now) {
        return new RunProject(folder, name, graph, widths, now, currentLinks, examples);
    }
}
