package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.engine.graph.Edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Any edit that the canvas or the inspector could make to a draft. */
record RandomEdits(Random random) {
    private static final List<String> WORDS = List.of("", "Look back.", "{{question}} {{plan}}");

    Edit next(Draft draft) {
        GraphDocument document = draft.document();
        List<Agent> agents = document.graph().agents();
        Spot spot = new Spot(random.nextInt(1000), random.nextInt(1000)).snapped();
        if (agents.isEmpty()) {
            return AgentEdits.add(Teams.agent("x", "Expert", null), spot);
        }
        Agent agent = one(agents);
        return switch (random.nextInt(8)) {
            case 0 -> adding(draft, spot);
            case 1 -> agent(agent, agents);
            case 2 -> field(agent);
            case 3 -> wire(document, agents, agent);
            case 4 -> place(document);
            case 5 -> Removal.of(some(document.ids().stream().toList(), 2));
            case 6 -> joined(draft, spot).orElse(EdgeEdits.ask(agent));
            default -> explain(document, spot);
        };
    }

    private Edit adding(Draft draft, Spot spot) {
        List<String> nodes = draft.document().nodes();
        return switch (random.nextInt(3)) {
            case 0 -> AgentEdits.add(Teams.agent("x", "Expert", "models/critic", "a"), spot);
            case 1 -> Clip.of(draft, some(nodes, 4)).paste(spot, "graph.edit.paste");
            default -> {
                AgentGraph team = one(List.of(CollaborationPattern.values())).graph("team");
                Clip clip = new Clip(team, List.of(), Columns.of(team));
                yield clip.paste(spot, "graph.edit.pattern");
            }
        };
    }

    /** What dropping a wire on empty space does. */
    private Optional<Edit> joined(Draft draft, Spot spot) {
        String node = one(draft.document().nodes());
        List<Port> ports = NodeShape.of(draft.document(), node, Teams.MODELS).ports();
        Edit add = AgentEdits.add(Teams.agent("x", "Late", "models/planner", "a"), spot);
        return ports.isEmpty()
                ? Optional.empty()
                : Connection.adding(draft, add, one(ports), Teams.MODELS);
    }

    private Edit agent(Agent agent, List<Agent> agents) {
        return switch (random.nextInt(4)) {
            case 0 -> AgentEdits.rename(agent, "Role " + random.nextInt(9));
            case 1 -> AgentEdits.turn(agent, random.nextInt(agents.size()));
            case 2 -> AgentEdits.mute(List.of(agent.id()));
            default -> AgentEdits.bypass(List.of(agent.id()));
        };
    }

    private Edit field(Agent agent) {
        return switch (random.nextInt(6)) {
            case 0 -> AgentFields.model(agent, random.nextBoolean() ? null : "models/critic");
            case 1 -> AgentFields.system(agent, one(WORDS));
            case 2 -> AgentFields.tools(agent, random.nextBoolean() ? "" : "calculator");
            case 3 -> AgentFields.steps(agent, random.nextInt(9));
            case 4 -> AgentFields.maxNewTokens(agent, 1 + random.nextInt(99));
            default -> AgentFields.textOnly(agent, random.nextBoolean());
        };
    }

    private Edit wire(GraphDocument document, List<Agent> agents, Agent agent) {
        List<Edge> edges = document.graph().edges();
        Agent other = one(agents);
        return switch (random.nextInt(edges.isEmpty() ? 4 : 6)) {
            case 0 -> EdgeEdits.connect(agent, other, slot(other), "outer_ln_res");
            case 1 -> EdgeEdits.ask(agent);
            case 2 -> EdgeEdits.answering(agent);
            case 3 -> EdgeEdits.rounds(random.nextInt(5));
            case 4 -> EdgeEdits.design(one(edges), one(LinkParameters.OUTER_DESIGNS));
            default -> {
                Edge edge = one(edges);
                Agent to = document.graph().agent(edge.to()).orElseThrow();
                yield EdgeEdits.slot(edge, one(PromptSlots.of(to.prompt())));
            }
        };
    }

    /** A slot that the agent has, or a new one. */
    private String slot(Agent agent) {
        List<String> slots = PromptSlots.of(agent.prompt());
        return slots.isEmpty() || random.nextBoolean() ? "" : one(slots);
    }

    private Edit place(GraphDocument document) {
        List<String> nodes = some(document.nodes(), 3);
        return switch (random.nextInt(4)) {
            case 0 ->
                    LayoutEdits.align(nodes, one(List.of(LayoutEdits.Side.values())), Teams.MODELS);
            case 1 -> nodes.isEmpty() ? arrange(document) : LayoutEdits.spread(nodes, true);
            case 2 -> arrange(document);
            default -> LayoutEdits.move(nodes, random.nextInt(90), random.nextInt(90), "drag");
        };
    }

    private Edit arrange(GraphDocument document) {
        Map<String, Spot> spots = new HashMap<>();
        document.nodes().forEach(id -> spots.put(id, new Spot(random.nextInt(900), 10)));
        return LayoutEdits.arrange(spots);
    }

    private Edit explain(GraphDocument document, Spot spot) {
        List<String> groups = document.groups().stream().map(NodeGroup::id).toList();
        return switch (random.nextInt(8)) {
            case 0 -> NoteEdits.add("Note", spot);
            case 1 -> NoteEdits.group(some(document.nodes(), 3), "Group");
            case 2 -> NoteEdits.placeQuestion(spot);
            case 3 -> NoteEdits.placeAnswer(spot);
            case 4 -> NoteEdits.question("Why " + random.nextInt(9));
            case 5 -> NoteEdits.ungroup(some(document.nodes(), 1));
            case 6 ->
                    groups.isEmpty()
                            ? NoteEdits.ungroup(groups)
                            : NoteEdits.title(one(groups), "Title " + random.nextInt(9));
            default -> NoteEdits.write("note", "text " + random.nextInt(9));
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> some(List<String> ids, int most) {
        int n = random.nextInt(most + 1);
        return ids.stream().filter(id -> random.nextInt(ids.size()) < n).toList();
    }
}
