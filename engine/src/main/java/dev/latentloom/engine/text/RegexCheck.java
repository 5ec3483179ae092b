package dev.latentloom.engine.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells whether a regular expression is tame enough for the native library, which ends the whole
 * process when a search runs into its limit of backtracking steps.
 *
 * <p>Refuses very long expressions, back-references and repeated groups that repeat inside, such as
 * {@code (a+)+}; none of the published tokenizers uses any of them.
 */
final class RegexCheck {
    private static final int LONGEST = 4000;

    private final String regex;
    private final Deque<Boolean> outer = new ArrayDeque<>();
    private boolean repeats; // whether the group being read holds an unbounded repetition
    private int at;

    private RegexCheck(String regex) {
        this.regex = regex;
    }

    /** Whether the expression cannot backtrack exponentially. */
    static boolean tame(String regex) {
        return regex.length() <= LONGEST && new RegexCheck(regex).scan();
    }

    private boolean scan() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '\\' -> {
                    if (!escape()) {
                        return false;
                    }
                }
                case '[' -> skipClass();
                case '(' -> {
                    outer.push(repeats);
                    repeats = false;
                }
                case ')' -> {
                    if (outer.isEmpty() || (repeats && repetitionFollows())) {
                        return false;
                    }
                    repeats |= outer.pop();
                }
                case '+', '*' -> repeats = true;
                case '{' -> repeats = true;
                default -> {} // an ordinary character
            }
        }
        return outer.isEmpty();
    }

    /** Skips what follows a backslash; false for references to a group. */
    private boolean escape() {
        if (at >= regex.length()) {
            return false;
        }
        char c = regex.charAt(at++);
        if ((c >= '1' && c <= '9') || c == 'k' || c == 'g') {
            return false;
        }
        if ((c == 'p' || c == 'P' || c == 'x') && at < regex.length() && regex.charAt(at) == '{') {
            int end = regex.indexOf('}', at);
            at = end < 0 ? regex.length() : end + 1;
        }
        return true;
    }

    private void skipClass() {
        int depth = 1;
        while (at < regex.length() && depth > 0) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            }
        }
    }

    private boolean repetitionFollows() {
        return at < regex.length() && "+*{".indexOf(regex.charAt(at)) >= 0;
    }
}
