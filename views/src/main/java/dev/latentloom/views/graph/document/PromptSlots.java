package dev.latentloom.views.graph.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slots that stand in a prompt: {@code {{name}}}, with {@code question} set apart. */
public final class PromptSlots {
    private static final Pattern MARK = Pattern.compile("\\{\\{\\s*([\\w-]+)\\s*}}");
    private static final String QUESTION = "question";

    private PromptSlots() {}

    /** Names of the slots for thoughts or text of others, in order of their first appearance. */
    public static List<String> of(String prompt) {
        Set<String> names = new LinkedHashSet<>();
        Matcher mark = MARK.matcher(prompt);
        while (mark.find()) {
            names.add(mark.group(1));
        }
        names.remove(QUESTION);
        return List.copyOf(names);
    }

    /** Whether a prompt contains the question. */
    public static boolean asks(String prompt) {
        Matcher mark = MARK.matcher(prompt);
        while (mark.find()) {
            if (mark.group(1).equals(QUESTION)) {
                return true;
            }
        }
        return false;
    }

    /** The prompt with the question put in front; unchanged where it already asks. */
    static String asking(String prompt) {
        if (asks(prompt)) {
            return prompt;
        }
        return prompt.isEmpty() ? "{{question}}" : "{{question}}\n" + prompt;
    }

    /** The prompt without its question. */
    static String silent(String prompt) {
        return prompt.replaceAll("\\{\\{\\s*question\\s*}}\\n?", "");
    }

    /** The prompt with a slot at its end, shown only when filled; unchanged if it has the slot. */
    static String opening(String prompt, String slot, String sender) {
        if (of(prompt).contains(slot)) {
            return prompt;
        }
        String part = "{{#" + slot + "}}" + sender + ": {{" + slot + "}}{{/" + slot + "}}";
        return prompt.isEmpty() ? part : prompt + "\n" + part;
    }
}
