package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * One graph as a file of its own, to be sent to others: what {@code graphs/NAME.json} holds, and
 * where its nodes stand under {@code layout}.
 *
 * @param layout null where the file does not say, such as one of a project's own graph files
 */
public record SingleGraph(GraphFile graph, @Nullable Layout layout) {
    private static final String LAYOUT = "layout";

    /** Reads a file that {@link #write} wrote, or a graph of a project. */
    public static SingleGraph read(Path file) throws WorkbenchException {
        JsonFile json = new JsonFile(file);
        JsonNode tree = json.tree();
        if (!tree.path("agents").isArray() || !tree.path("edges").isArray()) {
            throw new WorkbenchException("project.noGraphFile", file.toString());
        }
        GraphFile graph = json.read(GraphFile.class);
        JsonNode places = tree.get(LAYOUT);
        try {
            Layout layout =
                    places == null ? null : RunJson.MAPPER.convertValue(places, Layout.class);
            return new SingleGraph(graph, layout);
        } catch (IllegalArgumentException e) {
            throw new WorkbenchException(e, "project.noGraphFile", file.toString());
        }
    }

    /** Writes the file at once or not at all. */
    public void write(Path file) throws WorkbenchException {
        ObjectNode tree = RunJson.MAPPER.valueToTree(graph);
        if (layout != null) {
            tree.set(LAYOUT, RunJson.MAPPER.valueToTree(layout));
        }
        new JsonFile(file).write(tree);
    }
}
