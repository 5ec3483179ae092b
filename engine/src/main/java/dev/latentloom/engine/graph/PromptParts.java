package dev.latentloom.engine.graph;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt cut at its slots: {@code {{name}}} is a slot, {@code {{#name}}…{{/name}}} a section
 * shown only where slot {@code name} is filled. Sections do not nest.
 */
public final class PromptParts {
    /** The slot that holds the question's text. */
    public static final String QUESTION = "question";

    private static final Pattern TAG = Pattern.compile("\\{\\{([#/]?)([A-Za-z][A-Za-z0-9_-]*)}}");

    private final List<PromptPart> parts;
    private final @Nullable String fault;

    private PromptParts(List<PromptPart> parts, @Nullable String fault) {
        this.parts = List.copyOf(parts);
        this.fault = fault;
    }

    /** Cuts a prompt; a section that is not well formed is told by {@link #fault}. */
    public static PromptParts of(String prompt) {
        List<PromptPart> parts = new ArrayList<>();
        Matcher tag = TAG.matcher(prompt);
        String section = null;
        String fault = null;
        int from = 0;
        while (tag.find()) {
            addText(parts, prompt.substring(from, tag.start()), section);
            from = tag.end();
            String name = tag.group(2);
            switch (tag.group(1)) {
                case "#" -> {
                    fault = section == null ? fault : name;
                    section = name;
                }
                case "/" -> {
                    fault = name.equals(section) ? fault : name;
                    section = null;
                }
                default -> parts.add(new PromptPart(true, name, section));
            }
        }
        addText(parts, prompt.substring(from), section);
        return new PromptParts(parts, section == null ? fault : section);
    }

    private static void addText(List<PromptPart> parts, String text, @Nullable String section) {
        if (!text.isEmpty()) {
            parts.add(new PromptPart(false, text, section));
        }
    }

    /** The pieces in order. */
    public List<PromptPart> list() {
        return parts;
    }

    /** Name of a section that is opened, closed or nested wrongly; null where all is well. */
    public @Nullable String fault() {
        return fault;
    }

    /** Names of the slots that thoughts can enter, in order of appearance; not the question. */
    public Set<String> slots() {
        Set<String> names = new LinkedHashSet<>();
        for (PromptPart part : parts) {
            if (part.slot() && !part.text().equals(QUESTION)) {
                names.add(part.text());
            }
        }
        return names;
    }
}
