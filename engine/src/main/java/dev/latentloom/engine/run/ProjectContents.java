package dev.latentloom.engine.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies in a project's folders for runs to use.
 *
 * @param links every link set there is, training-free ones included, in order
 * @param datasets its data files, in order
 */
public record ProjectContents(List<String> links, List<Path> datasets) {
    public ProjectContents {
        links = List.copyOf(links);
        datasets = List.copyOf(datasets);
    }
}
