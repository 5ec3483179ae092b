package dev.latentloom.engine.tool;

/**
 * Something an agent calls by decoding {@code <tag> input </tag>}; what it returns is appended to
 * the agent's text, and decoding goes on.
 */
public interface Tool {
    /** Name of the tag around a call, such as {@code calc}. */
    String tag();

    /** Runs the tool on the text between its tags; what went wrong is said in the result. */
    String call(String input);

    /** The tag that begins a call. */
    default String open() {
        return "<" + tag() + ">";
    }

    /** The tag that ends a call, where generation stops. */
    default String close() {
        return "</" + tag() + ">";
    }
}
