package dev.latentloom.app;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Removal;
import dev.latentloom.views.graph.document.Spot;

import java.util.List;
import java.util.random.RandomGenerator;

/** Edits as people make them, drawn with a seed. */
final class RandomScript {
    private static final int MANY = 30;

    private final RandomGenerator random;

    RandomScript(RandomGenerator random) {
        this.random = random;
    }

    Edit next(Draft draft) {
        List<Agent> agents = draft.document().graph().agents();
        if (agents.size() < 2) {
            return add();
        }
        Agent any = agents.get(random.nextInt(agents.size()));
        return switch (random.nextInt(8)) {
            case 0 -> agents.size() < MANY ? add() : Removal.of(List.of(any.id()));
            case 1 -> AgentEdits.rename(any, "Röle " + random.nextInt(1000));
            case 2 -> NoteEdits.add("Note " + random.nextInt(1000), spot());
            case 3 -> Removal.of(List.of(draft.document().nodes().getLast()));
            case 4 -> AgentEdits.mute(List.of(any.id()));
            case 5 -> NoteEdits.question("question " + random.nextInt(1000));
            default -> LayoutEdits.move(List.of(any.id()), step(), step(), "drag");
        };
    }

    private Edit add() {
        Agent agent = Agent.of("", "Agent " + random.nextInt(50), "{{question}}", 4, 16);
        return AgentEdits.add(agent, spot());
    }

    private Spot spot() {
        return new Spot(10 * random.nextInt(100), 10 * random.nextInt(100));
    }

    private double step() {
        return 10 * random.nextInt(-5, 6);
    }
}
