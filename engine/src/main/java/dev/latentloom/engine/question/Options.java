package dev.latentloom.engine.question;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a multiple choice.
 *
 * @param letters A, B, …, one for each option
 * @param texts what they say
 */
record Options(List<String> letters, List<String> texts) {
    private static final Pattern LETTERED =
            Pattern.compile("\\s*\\(?([A-J])[).:]\\s*(.*)", Pattern.DOTALL);

    /** Reads a list of texts, with or without letters, or an object {@code {label, text}}. */
    static Options of(JsonNode node) {
        List<String> letters = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        JsonNode list = node.isObject() ? node.path("text") : node;
        for (int i = 0; i < list.size(); i++) {
            String text = SourceRecord.text(list.get(i));
            Matcher lettered = LETTERED.matcher(text);
            boolean has = !node.isObject() && lettered.matches();
            letters.add(has ? lettered.group(1) : letter(i, node.path("label")));
            texts.add(has ? lettered.group(2).trim() : text.trim());
        }
        return new Options(letters, texts);
    }

    /** The data's own label where it is a letter, else the letter of this place. */
    private static String letter(int place, JsonNode labels) {
        String label = labels.path(place).asText();
        return label.matches("[A-J]") ? label : String.valueOf((char) ('A' + place));
    }

    /** The letter of an answer given as a letter, as the option's text, or as a label 1, 2, …. */
    String letterOf(String answer) {
        int byText = texts.indexOf(answer.trim());
        if (byText >= 0) {
            return letters.get(byText);
        }
        boolean numbered = answer.matches("[1-9]") && Integer.parseInt(answer) <= letters.size();
        return numbered ? letters.get(Integer.parseInt(answer) - 1) : answer.trim();
    }

    /** The options one below the other. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < letters.size(); i++) {
            lines.append('\n').append(letters.get(i)).append(". ").append(texts.get(i));
        }
        return lines.toString();
    }

    /** Whether a question's text lists them already. */
    boolean listedIn(String text) {
        return texts.stream().allMatch(text::contains) && text.contains("\n");
    }
}
