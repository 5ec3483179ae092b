package dev.latentloom.views.graph.document;

/**
 * A place on a node's edge where wires end.
 *
 * @param node id of its node
 * @param name a constant of this class, or the name of a slot
 * @param input whether wires enter here, on the left, or leave, on the right
 * @param width hidden width of thoughts; 0 where unknown or not thoughts
 * @param y height of its centre below the node's upper edge
 */
public record Port(String node, String name, WireKind kind, boolean input, int width, double y) {
    /** The question's port, on both sides. */
    public static final String QUESTION = "question";

    /** Thoughts going out. */
    public static final String THOUGHTS = "#thoughts";

    /** Text going out. */
    public static final String TEXT = "#text";

    /** The answer coming in. */
    public static final String ANSWER = "#answer";

    /** An input that opens a new slot. */
    public static final String NEW_SLOT = "";

    /** Whether a port is a slot, open or to be opened. */
    public boolean slot() {
        return input && !name.equals(QUESTION) && !name.equals(ANSWER);
    }
}
