package dev.latentloom.engine.task;

import java.util.List;

/** Finds the answer's word in what an agent said. */
final class ReadOut {
    private ReadOut() {}

    /** The last word of a kind before the first word of another kind; empty where there is none. */
    static String lastBefore(String decoded, String kind, String stopKind) {
        String found = "";
        for (String word : words(decoded)) {
            if (isNumbered(word, stopKind)) {
                break;
            }
            found = isNumbered(word, kind) ? word : found;
        }
        return found;
    }

    /** The last word of a kind; empty where there is none. */
    static String last(String decoded, String kind) {
        return words(decoded).reversed().stream()
                .filter(word -> isNumbered(word, kind))
                .findFirst()
                .orElse("");
    }

    /** The word that follows the last occurrence of a mark; empty where there is none. */
    static String after(String decoded, String mark) {
        List<String> words = words(decoded);
        int at = words.lastIndexOf(mark);
        return at < 0 || at + 1 == words.size() ? "" : words.get(at + 1);
    }

    private static List<String> words(String decoded) {
        return List.of(decoded.trim().split("\\s+", -1));
    }

    /** Whether a word is a prefix and a number. */
    private static boolean isNumbered(String word, String prefix) {
        return word.startsWith(prefix) && word.substring(prefix.length()).matches("\\d+");
    }
}
