package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.WorkbenchException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done to the hand-overs of a run.
 *
 * @param all done to every edge that has none of its own
 * @param wires done to single edges, by id; {@link Control#NONE} lets one through
 */
public record Controls(Control all, Map<String, Control> wires) {
    /** Everything goes through. */
    public static final Controls NONE = of(Control.NONE);

    public Controls {
        wires = Map.copyOf(wires);
    }

    /** The same for every edge. */
    public static Controls of(Control all) {
        return new Controls(all, Map.of());
    }

    /** What is done to one edge. */
    Control of(Edge edge) {
        return wires.getOrDefault(edge.id(), all);
    }

    /** Every control that is at work somewhere. */
    Stream<Control> each() {
        return Stream.concat(Stream.of(all), wires.values().stream()).distinct();
    }

    /** Whether something looks at the hand-overs of the whole set. */
    boolean overWholeSet() {
        return each().anyMatch(Controls::overWholeSet);
    }

    /** A control that looks at the hand-overs of the whole set; none where there is no such. */
    Control whole() {
        return each().filter(Controls::overWholeSet).findFirst().orElse(Control.NONE);
    }

    private static boolean overWholeSet(Control one) {
        return one == Control.SHUFFLE || one == Control.MEAN;
    }

    /**
     * Checks single edges against a graph.
     *
     * @throws WorkbenchException where there is no such edge, or it is to take away the latent
     *     steps, which all edges of an agent share
     */
    void check(AgentGraph graph) throws WorkbenchException {
        for (Map.Entry<String, Control> wire : wires.entrySet()) {
            if (graph.edges().stream().noneMatch(edge -> edge.id().equals(wire.getKey()))) {
                String known =
                        graph.edges().stream().map(Edge::id).collect(Collectors.joining(", "));
                throw new WorkbenchException("run.unknownWire", wire.getKey(), graph.name(), known);
            }
            if (wire.getValue() == Control.M0) {
                throw new WorkbenchException("run.wireWithoutSteps", wire.getKey());
            }
        }
    }
}
