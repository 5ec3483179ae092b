package dev.latentloom.views.project;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.GraphDocument;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one drawing has and another has not, in words. */
final class Differences {
    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /** What changed from one to the other; empty where they are equal. */
    static List<String> of(Draft before, Draft after) {
        Differences all = new Differences();
        GraphDocument old = before.document();
        GraphDocument now = after.document();
        all.agents(old.graph(), now.graph());
        all.edges(old.graph(), now.graph());
        all.compare("rounds", old.graph().rounds(), now.graph().rounds());
        all.compare("answering", old.graph().answering(), now.graph().answering());
        all.compare("links", old.links(), now.links());
        all.compare("notes", old.notes(), now.notes());
        all.compare("groups", old.groups(), now.groups());
        all.compare("muted", old.muted(), now.muted());
        all.compare("bypassed", old.bypassed(), now.bypassed());
        all.compare("question", old.question(), now.question());
        all.compare("answer", old.answer(), now.answer());
        all.moved(before, after);
        if (all.lines.isEmpty() && !before.equals(after)) {
            all.tell("order");
        }
        return List.copyOf(all.lines);
    }

    private void agents(AgentGraph old, AgentGraph now) {
        for (Agent agent : now.agents()) {
            Agent was = old.agent(agent.id()).orElse(null);
            if (was == null) {
                tell("agentAdded", agent.role());
            } else if (!was.role().equals(agent.role())) {
                tell("agentRenamed", was.role(), agent.role());
            } else if (!was.equals(agent)) {
                tell("agentChanged", agent.role());
            }
        }
        for (Agent agent : old.agents()) {
            if (now.agent(agent.id()).isEmpty()) {
                tell("agentRemoved", agent.role());
            }
        }
    }

    private void edges(AgentGraph old, AgentGraph now) {
        Map<String, Edge> before = byId(old);
        Map<String, Edge> after = byId(now);
        after.forEach(
                (id, edge) -> {
                    if (!before.containsKey(id)) {
                        tell("wireAdded", role(now, edge.from()), role(now, edge.to()));
                    } else if (!edge.equals(before.get(id))) {
                        tell("wireChanged", role(now, edge.from()), role(now, edge.to()));
                    }
                });
        before.forEach(
                (id, edge) -> {
                    if (!after.containsKey(id)) {
                        tell("wireRemoved", role(old, edge.from()), role(old, edge.to()));
                    }
                });
    }

    private static Map<String, Edge> byId(AgentGraph graph) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        graph.edges().forEach(edge -> edges.put(edge.id(), edge));
        return edges;
    }

    private static String role(AgentGraph graph, String id) {
        return graph.agent(id).map(Agent::role).orElse(id);
    }

    private void moved(Draft before, Draft after) {
        Set<String> both = new HashSet<>(before.layout().spots().keySet());
        both.retainAll(after.layout().spots().keySet());
        both.removeIf(id -> before.layout().at(id).equals(after.layout().at(id)));
        if (!both.isEmpty()) {
            tell("moved", both.size());
        }
    }

    private void compare(String key, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(old, now)) {
            tell(key);
        }
    }

    private void tell(String key, Object... arguments) {
        lines.add(Messages.text("project.difference." + key, arguments));
    }
}
