package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What the map of the team shows while a run goes on. */
public final class TeamState {
    private final ObservableMap<String, TurnState> agents = FXCollections.observableHashMap();
    private final ObservableMap<String, RunEvent.Delivered> deliveries =
            FXCollections.observableHashMap();

    private final ObservableMap<String, RunEvent.Lens> lenses = FXCollections.observableHashMap();

    void clear() {
        lenses.clear();
        agents.clear();
        deliveries.clear();
    }

    void fold(RunEvent event) {
        switch (event) {
            case RunEvent.TurnStarted turn -> agents.put(turn.agent(), TurnState.RUNNING);
            case RunEvent.TurnDone turn -> agents.put(turn.agent(), TurnState.DONE);
            case RunEvent.Lens lens ->
                    lens.receivers().keySet().forEach(edge -> lenses.put(edge, lens));
            case RunEvent.Delivered delivered -> {
                lenses.remove(delivered.edge());
                deliveries.merge(delivered.edge(), delivered, TeamState::worthShowing);
            }
            case RunEvent.Failed failed ->
                    agents.replaceAll(
                            (agent, state) ->
                                    state == TurnState.RUNNING ? TurnState.FAILED : state);
            case RunEvent.Done done -> rest();
            default -> {} // does not show on the map
        }
    }

    /** Where a question is answered in both modes, the map shows what thoughts were handed over. */
    private static RunEvent.Delivered worthShowing(
            RunEvent.Delivered before, RunEvent.Delivered now) {
        return before.latent() && !now.latent() ? before : now;
    }

    /** Nobody takes a turn any more. */
    void rest() {
        agents.replaceAll((agent, state) -> state == TurnState.RUNNING ? TurnState.WAITING : state);
    }

    /** State of each agent by id; an agent without one waits. */
    public ObservableMap<String, TurnState> agents() {
        return agents;
    }

    /** What the last thought on the way to each edge is near to, by id of the edge. */
    public ObservableMap<String, RunEvent.Lens> lenses() {
        return lenses;
    }

    /** The last delivery of each edge by id. */
    public ObservableMap<String, RunEvent.Delivered> deliveries() {
        return deliveries;
    }
}
