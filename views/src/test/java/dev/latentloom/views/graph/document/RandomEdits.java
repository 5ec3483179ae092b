package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;

import java.util.List;
import java.util.Random;

/** Any edit that the canvas or the inspector could make to a draft. */
record RandomEdits(Random random) {
    Edit next(Draft draft) {
        GraphDocument document = draft.document();
        List<Agent> agents = document.graph().agents();
        Spot spot = new Spot(random.nextInt(1000), random.nextInt(1000)).snapped();
        if (agents.isEmpty()) {
            return AgentEdits.add(Teams.agent("x", "Expert", null), spot);
        }
        Agent agent = agents.get(random.nextInt(agents.size()));
        return switch (random.nextInt(6)) {
            case 0 -> adding(draft, spot);
            case 1 -> agent(agent, agents);
            case 2 -> wire(document, agents, agent);
            case 3 -> place(document);
            case 4 -> Removal.of(some(document.ids().stream().toList(), 2));
            default -> explain(document, spot);
        };
    }

    private Edit adding(Draft draft, Spot spot) {
        List<String> nodes = draft.document().nodes();
        return random.nextBoolean()
                ? AgentEdits.add(Teams.agent("x", "Expert", "models/critic", "a"), spot)
                : Clip.of(draft, some(nodes, 4)).paste(spot, "graph.edit.paste");
    }

    private Edit agent(Agent agent, List<Agent> agents) {
        return switch (random.nextInt(4)) {
            case 0 -> AgentEdits.rename(agent, "Role " + random.nextInt(9));
            case 1 -> AgentEdits.turn(agent, random.nextInt(agents.size()));
            case 2 -> AgentEdits.mute(List.of(agent.id()));
            default -> AgentEdits.bypass(List.of(agent.id()));
        };
    }

    private Edit wire(GraphDocument document, List<Agent> agents, Agent agent) {
        List<Edge> edges = document.graph().edges();
        Agent other = agents.get(random.nextInt(agents.size()));
        return switch (random.nextInt(edges.isEmpty() ? 4 : 5)) {
            case 0 -> EdgeEdits.connect(agent, other, "", "outer_ln_res");
            case 1 -> EdgeEdits.ask(agent);
            case 2 -> EdgeEdits.answering(agent);
            case 3 -> EdgeEdits.rounds(random.nextInt(5));
            default -> EdgeEdits.design(edges.get(random.nextInt(edges.size())), "outer_2");
        };
    }

    private Edit place(GraphDocument document) {
        List<String> nodes = some(document.nodes(), 3);
        return random.nextBoolean()
                ? LayoutEdits.move(nodes, random.nextInt(90), random.nextInt(90), "drag")
                : LayoutEdits.align(
                        nodes, random.nextBoolean() ? LayoutEdits.Side.LEFT : LayoutEdits.Side.TOP);
    }

    private Edit explain(GraphDocument document, Spot spot) {
        return switch (random.nextInt(5)) {
            case 0 -> NoteEdits.add("Note", spot);
            case 1 -> NoteEdits.group(some(document.nodes(), 3), "Group");
            case 2 -> NoteEdits.placeQuestion(spot);
            case 3 -> NoteEdits.placeAnswer(spot);
            default -> NoteEdits.write("note", "text " + random.nextInt(9));
        };
    }

    private List<String> some(List<String> ids, int most) {
        int n = random.nextInt(most + 1);
        return ids.stream().filter(id -> random.nextInt(ids.size()) < n).toList();
    }
}
