package dev.latentloom.engine.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the answer in a text and says whether it is right. Strict: an answer that cannot be found
 * is empty and wrong; there is no default letter and no rounding.
 */
public final class Answers {
    private static final Pattern MARKED = Pattern.compile("####?\\s*([^\\n]+)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-+−]?\\$?" + ExactNumber.DECIMAL.substring(6));
    private static final Pattern SAID =
            Pattern.compile(
                    "(?i:answer|option|choice)[^A-Za-z\\n]{0,3}(?:is|:)?[\\s:(*]*([A-J])\\b");
    private static final Pattern LETTER = Pattern.compile("\\(?\\b([A-J])\\b[).:]?");

    private Answers() {}

    /** Whether a text answers a question rightly. */
    public static boolean accepts(Question question, String decoded) {
        AnswerKind kind = AnswerKind.of(question);
        return same(kind, question.answer(), extract(kind, decoded));
    }

    /** The answer to a question that a text gives; empty where it gives none. */
    public static String extract(Question question, String decoded) {
        return extract(AnswerKind.of(question), decoded);
    }

    /** The answer of a kind that a text gives; empty where it gives none. */
    public static String extract(AnswerKind kind, String decoded) {
        String stated = stated(decoded);
        return switch (kind) {
            case NUMBER -> number(stated.isEmpty() ? decoded : stated);
            case CHOICE -> letter(stated.isEmpty() ? decoded : stated);
            case WORDS, FORMULA ->
                    stated.isEmpty()
                            ? decoded.lines()
                                    .filter(line -> !line.isBlank())
                                    .reduce("", (earlier, line) -> line)
                                    .trim()
                            : stated;
        };
    }

    /** What stands in the last box, else behind the last {@code ####}; empty where neither is. */
    private static String stated(String decoded) {
        Optional<String> boxed = boxed(decoded);
        return boxed.orElseGet(() -> last(MARKED, decoded, 1)).trim();
    }

    /** Content of the last closed {@code \boxed{…}}, braces matched. */
    static Optional<String> boxed(String decoded) {
        int from = decoded.lastIndexOf("\\boxed{");
        while (from >= 0) {
            int start = from + "\\boxed{".length();
            int depth = 1;
            for (int i = start; i < decoded.length(); i++) {
                depth += decoded.charAt(i) == '{' ? 1 : decoded.charAt(i) == '}' ? -1 : 0;
                if (depth == 0) {
                    return Optional.of(decoded.substring(start, i));
                }
            }
            from = decoded.lastIndexOf("\\boxed{", from - 1);
        }
        return Optional.empty();
    }

    private static String number(String text) {
        return ExactNumber.parse(text).isPresent() ? text.trim() : last(NUMBER, text, 0);
    }

    private static String letter(String text) {
        Matcher alone = LETTER.matcher(text.replaceAll("\\\\text\\{(.)}", "$1").trim());
        if (alone.lookingAt()) {
            return alone.group(1);
        }
        String said = last(SAID, text, 1);
        if (!said.isEmpty()) {
            return said;
        }
        List<String> lines = text.strip().lines().toList();
        Matcher lastLine = LETTER.matcher(lines.isEmpty() ? "" : lines.getLast().trim());
        return lastLine.matches() ? lastLine.group(1) : "";
    }

    private static String last(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .reduce((earlier, later) -> later)
                .map(found -> found.group(group))
                .orElse("");
    }

    /** Whether two answers of a kind are the same; an empty one never is. */
    public static boolean same(AnswerKind kind, String expected, String given) {
        if (expected.isBlank() || given.isBlank()) {
            return false;
        }
        Optional<ExactNumber> a = ExactNumber.parse(expected);
        Optional<ExactNumber> b = ExactNumber.parse(given);
        return switch (kind) {
            case NUMBER -> sameNumber(a, b);
            case FORMULA -> sameNumber(a, b) || formula(expected).equals(formula(given));
            case CHOICE, WORDS -> words(expected).equals(words(given));
        };
    }

    private static boolean sameNumber(Optional<ExactNumber> a, Optional<ExactNumber> b) {
        return a.isPresent() && b.isPresent() && a.get().sameAs(b.get());
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
    }

    private static String formula(String latex) {
        return latex.replaceAll("\\\\(left|right)(?![a-z])", "")
                .replaceAll("\\\\[dt]frac", "\\\\frac")
                .replaceAll("\\\\(?:text|mathrm|textbf)\\{([^{}]*)}", "$1")
                .replaceAll("\\^\\{?\\\\circ}?|\\\\[$%!,;: ]|[$\\s]", "")
                .replaceAll("\\.$", "");
    }
}
