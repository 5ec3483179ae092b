package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import java.util.function.UnaryOperator;

/** Folds the events of a run into what nodes and wires show. Belongs to the FX thread. */
public final class RunProgress {
    private final ObservableMap<String, NodeStatus> nodes = FXCollections.observableHashMap();
    private final ObservableMap<String, WireStatus> wires = FXCollections.observableHashMap();

    /** Status by agent id; an agent that is missing is idle. */
    public ObservableMap<String, NodeStatus> nodes() {
        return nodes;
    }

    /** Status by edge id; missing until it has carried something. */
    public ObservableMap<String, WireStatus> wires() {
        return wires;
    }

    /** Forgets the last run and queues every agent of a graph. */
    public void start(AgentGraph graph) {
        clear();
        for (Agent agent : graph.agents()) {
            nodes.put(agent.id(), new NodeStatus(NodeState.QUEUED, 0, 0, 0));
        }
    }

    /** Forgets the last run. */
    public void clear() {
        wires.clear();
        nodes.clear();
    }

    /** Takes one event; those that tell nothing about nodes or wires are passed over. */
    public void fold(RunEvent event) {
        switch (event) {
            case RunEvent.TurnStarted turn ->
                    nodes.put(turn.agent(), new NodeStatus(NodeState.RUNNING, turn.round(), 0, 0));
            case RunEvent.LatentStep step ->
                    nodes.put(
                            step.agent(),
                            new NodeStatus(
                                    NodeState.RUNNING, step.round(), step.step(), step.steps()));
            case RunEvent.TurnDone turn ->
                    nodes.put(turn.agent(), new NodeStatus(NodeState.DONE, turn.round(), 0, 0));
            case RunEvent.Delivered sent ->
                    wires.put(
                            sent.edge(),
                            new WireStatus(sent.thoughts(), sent.latent(), sent.seconds()));
            case RunEvent.Failed ignored -> end(NodeState.FAILED);
            case RunEvent.Done ignored -> end(NodeState.IDLE);
            default -> {}
        }
    }

    /** Agents at work end in {@code broken}, those that never had a turn are idle again. */
    private void end(NodeState broken) {
        UnaryOperator<NodeStatus> last =
                status ->
                        switch (status.state()) {
                            case RUNNING ->
                                    new NodeStatus(
                                            broken, status.round(), status.step(), status.steps());
                            case QUEUED -> NodeStatus.IDLE;
                            case IDLE, DONE, FAILED -> status;
                        };
        nodes.replaceAll((id, status) -> last.apply(status));
    }
}
