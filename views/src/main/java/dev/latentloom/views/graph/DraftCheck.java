package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.GraphCheck;
import dev.latentloom.engine.graph.GraphProblem;
import dev.latentloom.engine.graph.Severity;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is wrong with a drawn team, by the id of the node that shows it; what is wrong with
 * the team as a whole stands under {@link #TEAM}. A problem of an edge is shown by its receiver.
 */
public final class DraftCheck {
    /** Where remarks about the whole team stand. */
    public static final String TEAM = "";

    private final AgentGraph graph;
    private final Map<String, Remark> remarks = new LinkedHashMap<>();

    private DraftCheck(AgentGraph graph) {
        this.graph = graph;
    }

    /**
     * Checks what would run: muted and bypassed agents are left out. What only keeps the team from
     * latent mode is no error, as it can still run in text.
     *
     * @param links what is wrong with the link set, in words, by id of the agent or edge
     */
    static Map<String, Remark> of(
            GraphDocument document, ModelWidths models, Map<String, String> links) {
        AgentGraph effective = document.effective();
        DraftCheck check = new DraftCheck(effective);
        List<GraphProblem> inText = GraphCheck.of(effective, false);
        for (GraphProblem problem : GraphCheck.of(effective, true)) {
            boolean error = problem.severity() == Severity.ERROR && inText.contains(problem);
            check.add(problem.element(), Messages.text(problem.key(), problem.arguments()), error);
        }
        effective
                .agents()
                .forEach(
                        agent -> {
                            check.model(agent, models);
                            check.device(agent, models);
                        });
        links.forEach((id, text) -> check.add(id, text, false));
        return check.remarks;
    }

    private void model(Agent agent, ModelWidths models) {
        String name = agent.model();
        if (name == null || name.isBlank() || agent.textOnly()) {
            return;
        }
        Optional<ModelWidth> known = models.find(name);
        if (known.isEmpty()) {
            add(agent.id(), Messages.text("graph.agent.unknownModel", name), true);
            return;
        }
        String refusal = known.get().refusal();
        if (refusal != null) {
            add(agent.id(), refusal, true);
        }
    }

    private void device(Agent agent, ModelWidths models) {
        if (models.lacks(agent)) {
            String known = String.join(", ", models.devices());
            String own = models.device(agent);
            add(agent.id(), Messages.text("device.ofAgent", agent.role(), own, known), true);
        }
    }

    private void add(String element, String text, boolean error) {
        String node =
                graph.edges().stream()
                        .filter(edge -> edge.id().equals(element))
                        .map(Edge::to)
                        .findFirst()
                        .orElse(element);
        String shown = graph.agent(node).isPresent() ? node : TEAM;
        remarks.merge(shown, new Remark(text, error), Remark::and);
    }
}
