package dev.latentloom.engine.text;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user text of an agent's prompt. {@code {{name}}} stands for a slot or for a field of the
 * question, {@code {{#name}}…{{/name}}} for text shown only where that slot is filled or that field
 * is not empty. The line of a section's beginning or end goes away where nothing else stands in it.
 *
 * <p>What fills a field is never looked at again: braces in a question stay braces.
 */
public final class PromptTemplate {
    private static final Pattern MARK =
            Pattern.compile("\\{\\{\\s*(?<kind>[#/]?)\\s*(?<name>[\\p{L}\\p{N}_.-]+)\\s*}}");

    private final List<Part> parts;

    private PromptTemplate(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Field(String name) implements Part {}

    private record Section(String name, List<Part> parts) implements Part {}

    /**
     * What is known about the round: values of fields, names of all slots, slots that are filled.
     */
    private record Round(Map<String, String> fields, Set<String> slots, Set<String> filled) {
        boolean shows(String name) {
            return slots.contains(name)
                    ? filled.contains(name)
                    : !fields.getOrDefault(name, "").isEmpty();
        }
    }

    /** Reads a prompt; the exception names a section that is not closed or not open. */
    public static PromptTemplate parse(String prompt) throws WorkbenchException {
        Deque<Section> open = new ArrayDeque<>();
        open.push(new Section("", new ArrayList<>()));
        Matcher mark = MARK.matcher(prompt);
        int from = 0;
        while (mark.find()) {
            boolean alone = !mark.group("kind").isEmpty() && aloneInLine(prompt, mark);
            int start = alone ? lineStart(prompt, mark.start()) : mark.start();
            open.element().parts().add(new Text(prompt.substring(from, start)));
            take(mark.group("kind"), mark.group("name"), open);
            from = alone ? Math.min(prompt.length(), lineEnd(prompt, mark.end()) + 1) : mark.end();
        }
        Section whole = open.pop();
        if (!open.isEmpty()) {
            throw new WorkbenchException("text.promptSection", "{{#" + whole.name() + "}}");
        }
        whole.parts().add(new Text(prompt.substring(from)));
        return new PromptTemplate(List.copyOf(whole.parts()));
    }

    private static void take(String kind, String name, Deque<Section> open)
            throws WorkbenchException {
        if (kind.isEmpty()) {
            open.element().parts().add(new Field(name));
        } else if (kind.equals("#")) {
            open.push(new Section(name, new ArrayList<>()));
        } else {
            Section closed = open.pop();
            if (open.isEmpty() || !closed.name().equals(name)) {
                throw new WorkbenchException("text.promptSection", "{{/" + name + "}}");
            }
            open.element().parts().add(closed);
        }
    }

    private static boolean aloneInLine(String prompt, Matcher mark) {
        String before = prompt.substring(lineStart(prompt, mark.start()), mark.start());
        String after = prompt.substring(mark.end(), lineEnd(prompt, mark.end()));
        return before.isBlank() && after.isBlank();
    }

    private static int lineStart(String prompt, int place) {
        return prompt.lastIndexOf('\n', place - 1) + 1;
    }

    private static int lineEnd(String prompt, int place) {
        int end = prompt.indexOf('\n', place);
        return end < 0 ? prompt.length() : end;
    }

    /** Names that stand in the prompt, of fields, slots and sections alike. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(parts, names);
        return names;
    }

    private static void collect(List<Part> parts, Set<String> names) {
        for (Part part : parts) {
            switch (part) {
                case Text text -> {} // names nothing
                case Field field -> names.add(field.name());
                case Section section -> {
                    names.add(section.name());
                    collect(section.parts(), names);
                }
            }
        }
    }

    /**
     * Fills in a question. A slot that is not filled this round gives nothing.
     *
     * @param fields the question's own fields by name, {@code question} among them
     * @param slots names of all slots of the agent; a slot wins over a field of the same name
     * @param filled slots that have something in them this round
     * @throws WorkbenchException if the prompt names neither a field nor a slot
     */
    public FilledText fill(Map<String, String> fields, Set<String> slots, Set<String> filled)
            throws WorkbenchException {
        Set<String> known = new TreeSet<>(fields.keySet());
        known.addAll(slots);
        for (String name : names()) {
            if (!known.contains(name)) {
                throw new WorkbenchException("text.promptName", name, String.join(", ", known));
            }
        }
        List<FilledText.Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        fill(parts, new Round(fields, slots, filled), pieces, words);
        endWords(words, pieces);
        return new FilledText(pieces);
    }

    private static void fill(
            List<Part> parts, Round round, List<FilledText.Piece> pieces, StringBuilder words) {
        for (Part part : parts) {
            switch (part) {
                case Text text -> words.append(text.text());
                case Field field -> {
                    if (!round.slots().contains(field.name())) {
                        words.append(round.fields().getOrDefault(field.name(), ""));
                    } else if (round.filled().contains(field.name())) {
                        endWords(words, pieces);
                        pieces.add(new Slot(field.name()));
                    }
                }
                case Section section -> {
                    if (round.shows(section.name())) {
                        fill(section.parts(), round, pieces, words);
                    }
                }
            }
        }
    }

    private static void endWords(StringBuilder words, List<FilledText.Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new FilledText.Words(words.toString()));
            words.setLength(0);
        }
    }
}
