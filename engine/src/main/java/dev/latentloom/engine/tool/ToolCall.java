package dev.latentloom.engine.tool;

import java.util.List;
import java.util.Optional;

/**
 * A call at the end of a text.
 *
 * @param tool what is called
 * @param input what stands between its tags, without surrounding blanks
 */
public record ToolCall(Tool tool, String input) {
    /** Most characters of a result that an agent gets to read. */
    public static final int MOST_CHARACTERS = 6000;

    /** Most calls of one turn. */
    public static final int MOST_ROUNDS = 5;

    /** The call that a text ends with: its closing tag is the last thing said. */
    public static Optional<ToolCall> atEndOf(String text, List<Tool> tools) {
        String said = text.stripTrailing();
        for (Tool tool : tools) {
            int opened = said.lastIndexOf(tool.open());
            int from = opened + tool.open().length();
            int to = said.length() - tool.close().length();
            if (opened >= 0 && from <= to && said.endsWith(tool.close())) {
                return Optional.of(new ToolCall(tool, said.substring(from, to).strip()));
            }
        }
        return Optional.empty();
    }

    /** Runs the tool; gives the text to append, tags included. */
    public String run() {
        String result = tool.call(input);
        if (result.length() > MOST_CHARACTERS) {
            result = result.substring(0, MOST_CHARACTERS);
        }
        return " <result> " + result + " </result>";
    }
}
