package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.FreshId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Edits of agents: adding, changing, taking out of a run, removing. */
public final class AgentEdits {
    private AgentEdits() {}

    /** Adds an agent like a template, under an id of its own, as the last to speak. */
    public static Edit add(Agent template, Spot spot) {
        return Edit.of(
                draft -> {
                    GraphDocument document = draft.document();
                    String id = FreshId.of(template.role(), document.ids());
                    List<Agent> agents = new ArrayList<>(document.graph().agents());
                    agents.add(template.withId(id));
                    GraphDocument grown = document.withAgents(agents);
                    if (agents.size() == 1) {
                        grown = grown.withAnswering(id);
                    }
                    return new Draft(grown, draft.layout().with(id, spot));
                },
                "graph.edit.add",
                template.role());
    }

    /** Changes one field of an agent; {@code field} names it in the menu and merges typing. */
    public static Edit change(Agent agent, String field, UnaryOperator<Agent> change) {
        return Edit.of(
                        draft -> draft.edit(document -> document.withAgent(agent.id(), change)),
                        "graph.edit." + field,
                        agent.role())
                .merging(field + ":" + agent.id());
    }

    /** Gives an agent another name; its id, and so the names of its links, stay. */
    public static Edit rename(Agent agent, String role) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withAgent(agent.id(), old -> old.withRole(role))),
                "graph.edit.rename",
                agent.role(),
                role);
    }

    /** Moves an agent to a place in the order of turns, counted from 0. */
    public static Edit turn(Agent agent, int place) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document -> {
                                    List<Agent> agents = new ArrayList<>(document.graph().agents());
                                    int from = document.graph().position(agent.id());
                                    Agent moved = agents.remove(from);
                                    agents.add(Math.clamp(place, 0, agents.size()), moved);
                                    return document.withAgents(agents);
                                }),
                "graph.edit.turn",
                agent.role(),
                place + 1);
    }

    /** Mutes agents, or wakes them if all are muted. */
    public static Edit mute(Collection<String> ids) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withMuted(
                                                toggled(document, document.muted(), ids))),
                "graph.edit.mute",
                ids.size());
    }

    /** Bypasses agents, or takes them back in if all are bypassed. */
    public static Edit bypass(Collection<String> ids) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withBypassed(
                                                toggled(document, document.bypassed(), ids))),
                "graph.edit.bypass",
                ids.size());
    }

    private static List<String> toggled(
            GraphDocument document, List<String> marked, Collection<String> ids) {
        Set<String> agents = new TreeSet<>(ids);
        agents.removeIf(id -> document.graph().agent(id).isEmpty());
        Set<String> result = new TreeSet<>(marked);
        if (!result.removeAll(agents) || !marked.containsAll(agents)) {
            result.addAll(agents);
        }
        return List.copyOf(result);
    }
}
