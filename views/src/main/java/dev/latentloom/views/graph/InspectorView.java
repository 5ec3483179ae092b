package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;

/** What stands at the right of the canvas: the agent, the wire, or else the team. */
public final class InspectorView {
    private final BuildViewModel model;
    private final StackPane root = new StackPane();
    private final AgentPane agent;
    private final WirePane wire;
    private final TeamPane team;

    public InspectorView(BuildViewModel model) {
        this.model = model;
        agent = new AgentPane(model);
        wire = new WirePane(model);
        team = new TeamPane(model);
        model.draftProperty().addListener((property, old, now) -> show());
        model.selectionProperty().addListener((property, old, now) -> show());
        model.modelsProperty().addListener((property, old, now) -> show());
        model.links().setsProperty().addListener((property, old, now) -> show());
        show();
    }

    public Parent root() {
        return root;
    }

    private void show() {
        AgentGraph graph = model.draft().document().graph();
        String only = model.selection().size() == 1 ? model.selection().iterator().next() : "";
        Optional<Agent> oneAgent = graph.agent(only);
        Optional<Edge> oneEdge =
                graph.edges().stream().filter(edge -> edge.id().equals(only)).findFirst();
        if (oneAgent.isPresent()) {
            agent.show(oneAgent.get());
            put(agent.root());
        } else if (oneEdge.isPresent()) {
            wire.show(oneEdge.get());
            put(wire.root());
        } else {
            team.show(model.draft().document());
            put(team.root());
        }
    }

    private void put(Parent pane) {
        if (!root.getChildren().equals(List.of(pane))) {
            root.getChildren().setAll(pane);
        }
    }
}
