package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;

import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The team of a project, drawn to be looked at: nodes light up, wires tell what they carried. */
final class TeamMap extends Pane {
    private static final double FEEDBACK_ROOM = 0.18; // part of the height under the nodes
    private static final double MIDDLE = 0.5;
    private static final double GAP = 8; // between nodes above one another
    private static final double BESIDE = 48; // between nodes beside one another, for the wire

    private final AgentGraph graph;
    private final List<List<Agent>> columns;
    private final Map<String, TeamNode> nodes = new LinkedHashMap<>();
    private final Map<String, TeamWire> wires = new LinkedHashMap<>();
    private final ObservableMap<String, Control> spoiled; // held, for its listener lives with it

    TeamMap(RunProject project, TeamState state, WireChoices choices) {
        getStyleClass().add("team-map");
        graph = project.graph();
        columns = TeamLayers.of(graph);
        for (Edge edge : graph.edges()) {
            TeamWire wire = wire(edge);
            wire.spoil(choices.wires().get(edge.id()));
            offerControls(wire, edge.id(), choices);
            wires.put(edge.id(), wire);
        }
        for (Agent agent : graph.agents()) {
            boolean answers = agent.id().equals(graph.answering());
            nodes.put(agent.id(), new TeamNode(agent, project.widths().get(agent.id()), answers));
        }
        wires.values().forEach(wire -> getChildren().addAll(wire.nodes()));
        getChildren().addAll(nodes.values());
        wires.values().forEach(wire -> getChildren().add(wire.label()));
        state.agents().addListener((MapChangeListener<String, TurnState>) this::showState);
        state.deliveries()
                .addListener((MapChangeListener<String, RunEvent.Delivered>) this::showDelivery);
        state.lenses().addListener((MapChangeListener<String, RunEvent.Lens>) this::showLens);
        spoiled = choices.wires();
        spoiled.addListener((MapChangeListener<String, Control>) this::showControl);
        setAccessibleText(Messages.text("run.team", graph.agents().size(), graph.rounds()));
    }

    private TeamWire wire(Edge edge) {
        List<Edge> loops = graph.edges().stream().filter(graph::feedback).toList();
        double along = (loops.indexOf(edge) + 1.0) / (loops.size() + 1.0);
        boolean feedback = graph.feedback(edge);
        return new TeamWire(feedback, label(edge), feedback ? along : MIDDLE);
    }

    /** A click on a wire, or Enter on its label, opens what can be done to it. */
    private static void offerControls(TeamWire wire, String edge, WireChoices choices) {
        Label label = wire.label();
        Runnable open = () -> WireMenu.of(edge, choices).show(label, Side.BOTTOM, 0, 0);
        for (Node node : wire.reachable()) {
            node.setOnMouseClicked(event -> open.run());
        }
        label.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        open.run();
                        event.consume();
                    }
                });
    }

    private void showLens(
            MapChangeListener.Change<? extends String, ? extends RunEvent.Lens> change) {
        TeamWire wire = wires.get(change.getKey());
        if (wire != null && change.wasAdded()) {
            RunEvent.Lens lens = change.getValueAdded();
            wire.show(lens.sender(), lens.receivers().getOrDefault(change.getKey(), List.of()));
        }
    }

    private void showControl(MapChangeListener.Change<? extends String, ? extends Control> change) {
        TeamWire wire = wires.get(change.getKey());
        if (wire != null) {
            wire.spoil(change.wasAdded() ? change.getValueAdded() : null);
        }
    }

    private String label(Edge edge) {
        int steps = graph.agent(edge.from()).map(Agent::steps).orElse(0);
        String carried = Messages.text("run.wire", steps);
        return graph.feedback(edge)
                ? Messages.text("run.wire.feedback", carried, graph.rounds())
                : carried;
    }

    private void showState(MapChangeListener.Change<? extends String, ? extends TurnState> change) {
        TeamNode node = nodes.get(change.getKey());
        if (node != null) {
            node.show(change.wasAdded() ? change.getValueAdded() : TurnState.WAITING);
        }
    }

    private void showDelivery(
            MapChangeListener.Change<? extends String, ? extends RunEvent.Delivered> change) {
        TeamWire wire = wires.get(change.getKey());
        if (wire != null && change.wasAdded()) {
            wire.show(change.getValueAdded());
        } else if (wire != null) {
            wire.reset();
        }
    }

    private double nodesShare() {
        return wires.values().stream().anyMatch(TeamWire::feedback) ? 1 - FEEDBACK_ROOM : 1;
    }

    @Override
    protected double computeMinHeight(double width) {
        double tallest =
                nodes.values().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        return Math.ceil(most * (tallest + GAP) / nodesShare());
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest =
                nodes.values().stream().mapToDouble(node -> node.prefWidth(-1)).max().orElse(0);
        return columns.size() * (widest + BESIDE);
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight() * nodesShare();
        for (int column = 0; column < columns.size(); column++) {
            List<Agent> agents = columns.get(column);
            double x = getWidth() * (column + 0.5) / columns.size();
            for (int row = 0; row < agents.size(); row++) {
                double y = high * (row + 0.5) / agents.size();
                place(agents.get(row), x, y, high / agents.size());
            }
        }
        for (Edge edge : graph.edges()) {
            TeamNode from = nodes.get(edge.from());
            TeamNode to = nodes.get(edge.to());
            TeamWire wire = wires.get(edge.id());
            if (from != null && to != null && wire != null) {
                wire.route(from.getBoundsInParent(), to.getBoundsInParent(), getHeight());
            }
        }
    }

    private void place(Agent agent, double x, double y, double room) {
        TeamNode node = nodes.get(agent.id());
        if (node != null) {
            double width = node.prefWidth(-1);
            double height = Math.min(node.prefHeight(width), room);
            node.resizeRelocate(Math.rint(x - width / 2), Math.rint(y - height / 2), width, height);
        }
    }
}
