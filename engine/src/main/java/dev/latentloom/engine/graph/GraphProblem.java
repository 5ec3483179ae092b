package dev.latentloom.engine.graph;

import java.util.List;

/**
 * Something that is wrong with a graph, as a message with its remedy.
 *
 * @param element id of the agent or edge it is about; empty where it is about the whole graph
 * @param key key of the message
 * @param arguments what fills {0}, {1}, … of the message
 * @param severity whether the graph can run nevertheless
 */
public record GraphProblem(String element, String key, List<String> arguments, Severity severity) {
    public GraphProblem {
        arguments = List.copyOf(arguments);
    }

    static GraphProblem error(String element, String key, String... arguments) {
        return new GraphProblem(element, key, List.of(arguments), Severity.ERROR);
    }

    static GraphProblem warning(String element, String key, String... arguments) {
        return new GraphProblem(element, key, List.of(arguments), Severity.WARNING);
    }
}
