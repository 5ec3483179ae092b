package dev.latentloom.views.graph;

/**
 * What is wrong with a node of the drawing, or with the whole team, and how to mend it.
 *
 * @param text in words; a line for each thing that is wrong
 * @param error whether the team cannot run before it is mended
 */
public record Remark(String text, boolean error) {
    /** Both remarks on the same node, this one first. */
    Remark and(Remark next) {
        return new Remark(text + "\n" + next.text, error || next.error);
    }
}
