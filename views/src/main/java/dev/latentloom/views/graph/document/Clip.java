package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.FreshId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agents with the wires among them, and notes: what is copied, and what a ready team brings. */
public record Clip(AgentGraph team, List<Note> notes, GraphLayout layout) {
    public Clip {
        notes = List.copyOf(notes);
    }

    /** The agents and notes of a draft that are selected. */
    public static Clip of(Draft draft, Collection<String> selected) {
        AgentGraph graph = draft.document().graph();
        Set<String> ids = Set.copyOf(selected);
        AgentGraph team =
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        graph.agents().stream().filter(agent -> ids.contains(agent.id())).toList(),
                        graph.edges().stream()
                                .filter(
                                        edge ->
                                                ids.contains(edge.from())
                                                        && ids.contains(edge.to()))
                                .toList(),
                        graph.answering(),
                        graph.rounds());
        List<Note> notes =
                draft.document().notes().stream().filter(note -> ids.contains(note.id())).toList();
        Map<String, Spot> spots = new HashMap<>(draft.layout().spots());
        spots.keySet().retainAll(ids);
        return new Clip(team, notes, new GraphLayout(spots));
    }

    /** Whether there is nothing to paste. */
    public boolean isEmpty() {
        return team.agents().isEmpty() && notes.isEmpty();
    }

    /**
     * Adds what the clip holds under new ids, its upper left corner at a spot. Into a drawing
     * without agents it brings its answering agent, rounds and pattern as well.
     *
     * @param key name of the edit; {0} is the number of nodes
     */
    public Edit paste(Spot at, String key) {
        return Edit.of(
                draft -> pasted(draft, at), key, team.agents().size() + notes.size(), team.name());
    }

    private Draft pasted(Draft draft, Spot at) {
        GraphDocument document = draft.document();
        Map<String, String> renamed = renamed(document);
        List<Agent> agents = new ArrayList<>(document.graph().agents());
        boolean first = agents.isEmpty();
        for (Agent agent : team.agents()) {
            agents.add(agent.withId(to(renamed, agent.id())));
        }
        List<Edge> edges = new ArrayList<>(document.graph().edges());
        for (Edge edge : team.edges()) {
            String from = to(renamed, edge.from());
            String to = to(renamed, edge.to());
            edges.add(new Edge(to(renamed, edge.id()), from, to, edge.slot(), edge.design()));
        }
        List<Note> all = new ArrayList<>(document.notes());
        notes.forEach(note -> all.add(new Note(to(renamed, note.id()), note.text())));
        GraphDocument grown =
                document.withGraph(
                                new AgentGraph(
                                        document.graph().name(),
                                        first ? team.pattern() : document.graph().pattern(),
                                        agents,
                                        edges,
                                        first
                                                ? renamed.getOrDefault(team.answering(), "")
                                                : document.graph().answering(),
                                        first ? team.rounds() : document.graph().rounds()))
                        .withNotes(all);
        return new Draft(grown, draft.layout().with(spots(renamed, at)));
    }

    private static String to(Map<String, String> renamed, String id) {
        return renamed.getOrDefault(id, id);
    }

    private Map<String, String> renamed(GraphDocument document) {
        Set<String> taken = document.ids();
        Map<String, String> renamed = new HashMap<>();
        List<String> old = new ArrayList<>();
        team.agents().forEach(agent -> old.add(agent.id()));
        team.edges().forEach(edge -> old.add(edge.id()));
        notes.forEach(note -> old.add(note.id()));
        for (String id : old) {
            String fresh = FreshId.of(id.replaceFirst("-\\d+$", ""), taken);
            taken.add(fresh);
            renamed.put(id, fresh);
        }
        return renamed;
    }

    private Map<String, Spot> spots(Map<String, String> renamed, Spot at) {
        double left = min(layout.spots().values().stream().map(Spot::x).toList());
        double top = min(layout.spots().values().stream().map(Spot::y).toList());
        Map<String, Spot> spots = new HashMap<>();
        layout.spots()
                .forEach(
                        (id, spot) ->
                                spots.put(
                                        to(renamed, id),
                                        spot.plus(at.x() - left, at.y() - top).snapped()));
        return spots;
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
