package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large a node is drawn and where its ports lie; in unzoomed pixels, so that wires, hits and
 * the automatic layout need no scene.
 */
public record NodeShape(double width, double height, List<Port> ports) {
    /** Height of a node's title. */
    public static final double TITLE = 28;

    /** Height of the line under the title: the model's name, or the question. */
    public static final double LINE = 20;

    /** Height of one port. */
    public static final double PORT = 20;

    /** Width of an agent or a note. */
    public static final double WIDE = 200;

    private static final double NARROW = 160;
    private static final double NOTE_LINE = 16;
    private static final int NOTE_LINES = 3; // at least
    private static final int NOTE_LETTERS = 26; // a line

    public NodeShape {
        ports = List.copyOf(ports);
    }

    /** The shape of a node of a document; that of a note for an id that is none of its others. */
    public static NodeShape of(GraphDocument document, String id, ModelWidths models) {
        if (id.equals(GraphDocument.QUESTION)) {
            Port out = new Port(id, Port.QUESTION, WireKind.QUESTION, false, 0, row(0));
            return new NodeShape(NARROW, TITLE + LINE + PORT + 4, List.of(out));
        }
        if (id.equals(GraphDocument.ANSWER)) {
            Port in = new Port(id, Port.ANSWER, WireKind.ANSWER, true, 0, row(0));
            return new NodeShape(NARROW, TITLE + LINE + PORT + 4, List.of(in));
        }
        return document.graph()
                .agent(id)
                .map(agent -> agent(agent, models))
                .orElseGet(() -> new NodeShape(WIDE, note(document, id), List.of()));
    }

    /** Room for all that a note says. */
    private static double note(GraphDocument document, String id) {
        int lines = 0;
        for (Note note : document.notes()) {
            if (note.id().equals(id)) {
                for (String line : note.text().split("\n", -1)) {
                    lines += 1 + line.length() / NOTE_LETTERS;
                }
            }
        }
        return 2 * NOTE_LINE + Math.max(NOTE_LINES, lines) * NOTE_LINE;
    }

    private static NodeShape agent(Agent agent, ModelWidths models) {
        String id = agent.id();
        WireKind heard = agent.textOnly() ? WireKind.TEXT : WireKind.THOUGHTS;
        int width = width(agent, models);
        List<Port> ports = new ArrayList<>();
        ports.add(new Port(id, Port.QUESTION, WireKind.QUESTION, true, 0, row(0)));
        int rows = 1;
        for (String slot : PromptSlots.of(agent.prompt())) {
            ports.add(new Port(id, slot, heard, true, width, row(rows++)));
        }
        ports.add(new Port(id, Port.NEW_SLOT, heard, true, width, row(rows++)));
        if (!agent.textOnly()) {
            ports.add(new Port(id, Port.THOUGHTS, WireKind.THOUGHTS, false, width, row(0)));
        }
        double text = row(agent.textOnly() ? 0 : 1);
        ports.add(new Port(id, Port.TEXT, WireKind.TEXT, false, 0, text));
        return new NodeShape(WIDE, TITLE + LINE + rows * PORT + 4, ports);
    }

    private static int width(Agent agent, ModelWidths models) {
        String model = agent.model();
        return agent.textOnly() || model == null
                ? 0
                : models.find(model).map(ModelWidth::width).orElse(0);
    }

    private static double row(int row) {
        return TITLE + LINE + row * PORT + PORT / 2;
    }

    /** The port of this name on one side. */
    public Optional<Port> port(String name, boolean input) {
        return ports.stream()
                .filter(port -> port.input() == input && port.name().equals(name))
                .findFirst();
    }

    /** How far right of the node's left edge a port lies. */
    public double x(Port port) {
        return port.input() ? 0 : width;
    }
}
