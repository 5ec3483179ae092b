package dev.latentloom.engine.task;

/** Finds the answer's word in what an agent said. */
final class ReadOut {
    private ReadOut() {}

    /** The last word of a kind before the first word of another kind; empty where there is none. */
    static String lastBefore(String decoded, String kind, String stopKind) {
        String found = "";
        for (String word : decoded.trim().split("\\s+", -1)) {
            if (isNumbered(word, stopKind)) {
                break;
            }
            found = isNumbered(word, kind) ? word : found;
        }
        return found;
    }

    /** Whether a word is a prefix and a number. */
    static boolean isNumbered(String word, String prefix) {
        return word.startsWith(prefix) && word.substring(prefix.length()).matches("\\d+");
    }
}
