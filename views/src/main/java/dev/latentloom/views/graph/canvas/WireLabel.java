package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.WireStatus;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.TeamMemory;
import dev.latentloom.views.graph.document.Wire;
import dev.latentloom.views.graph.document.WireKind;
import dev.latentloom.views.text.Figures;

import org.jspecify.annotations.Nullable;

/** What stands at the middle of a wire: its link, and after a run what it carried. */
final class WireLabel {
    private WireLabel() {}

    /** Empty for wires that need no words. */
    static String of(Wire wire, AgentGraph graph, ModelWidths models, @Nullable WireStatus status) {
        String text = status == null ? link(wire, graph, models) : carried(status);
        if (!wire.feedback()) {
            return text;
        }
        String rounds = Messages.text("graph.wire.rounds", graph.rounds());
        return text.isEmpty() ? rounds : rounds + " · " + text;
    }

    private static String carried(WireStatus status) {
        String key = status.latent() ? "graph.wire.thoughts" : "graph.wire.tokens";
        return Messages.text(key, status.amount(), Figures.duration(status.seconds()));
    }

    private static String link(Wire wire, AgentGraph graph, ModelWidths models) {
        if (wire.kind() != WireKind.THOUGHTS) {
            return "";
        }
        for (Edge edge : graph.edges()) {
            if (edge.id().equals(wire.id())) {
                long parameters = TeamMemory.parameters(graph, edge, models);
                return parameters == 0
                        ? ""
                        : Messages.text("graph.wire.link", design(edge), short3(parameters));
            }
        }
        return "";
    }

    /** What has been put between two agents, for a hint; empty while a width is unknown. */
    static String inserted(Edge edge, AgentGraph graph, ModelWidths models) {
        long parameters = TeamMemory.parameters(graph, edge, models);
        return parameters == 0
                ? ""
                : Messages.text(
                        "graph.wire.inserted",
                        design(edge),
                        width(graph, edge.from(), models),
                        width(graph, edge.to(), models),
                        short3(parameters));
    }

    private static String width(AgentGraph graph, String agent, ModelWidths models) {
        return graph.agent(agent)
                .map(Agent::model)
                .flatMap(models::find)
                .map(model -> Integer.toString(model.width()))
                .orElse("?");
    }

    private static String design(Edge edge) {
        String key = "graph.design." + edge.design();
        return Messages.has(key) ? Messages.text(key) : edge.design();
    }

    private static String short3(long parameters) {
        if (parameters < 1000) {
            return Long.toString(parameters);
        }
        return parameters < 1_000_000
                ? Figures.significant(parameters / 1e3) + " k"
                : Figures.significant(parameters / 1e6) + " M";
    }
}
