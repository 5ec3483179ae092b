package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of what a run was set to, from its {@code run.json}.
 *
 * @param name path of the value, such as {@code choices.rounds}; parts of a list go by their id
 * @param value as the file spells it; a dash where it says null
 */
public record RunSetting(Part part, String name, String value) {
    /** What a setting is about. */
    public enum Part {
        SETTINGS,
        TEAM,
        MACHINE,
        FILES
    }

    private static final String NOTHING = "–";
    private static final String FILE = "file:///";
    private static final Map<String, Part> PARTS =
            Map.of(
                    "graph", Part.TEAM,
                    "models", Part.FILES,
                    "linkFiles", Part.FILES,
                    "device", Part.MACHINE,
                    "dtype", Part.MACHINE,
                    "threads", Part.MACHINE,
                    "java", Part.MACHINE,
                    "libtorch", Part.MACHINE,
                    "system", Part.MACHINE,
                    "version", Part.MACHINE);

    /** How the run went, which is not what it was set to. */
    private static final Set<String> STORY =
            Set.of("state", "started", "ended", "summary", "failure", "process");

    /**
     * Every setting, in the order of {@link Part} and of the file. Where the run has filled every
     * gap of what was asked for ({@code choices}), only the filled form is listed.
     */
    public static List<RunSetting> of(JsonNode about) {
        List<RunSetting> all = new ArrayList<>();
        about.properties()
                .forEach(
                        entry -> {
                            if (!STORY.contains(entry.getKey())) {
                                Part part = PARTS.getOrDefault(entry.getKey(), Part.SETTINGS);
                                flatten(all, part, entry.getKey(), entry.getValue());
                            }
                        });
        if (about.has("choices")) {
            all.removeIf(setting -> setting.name().startsWith("spec.settings."));
        }
        all.sort((one, other) -> one.part().compareTo(other.part())); // keeps the file's order
        return List.copyOf(all);
    }

    private static void flatten(List<RunSetting> all, Part part, String name, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(
                            entry ->
                                    flatten(
                                            all,
                                            part,
                                            name + "." + entry.getKey(),
                                            entry.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode each = value.get(i);
                String id = each.path("id").asText();
                flatten(all, part, name + "." + (id.isEmpty() ? "" + (i + 1) : id), each);
            }
        } else {
            all.add(new RunSetting(part, name, text(value, NOTHING)));
        }
    }

    /** A value as people read it: files by their path; {@code nothing} where there is none. */
    static String text(JsonNode value, String nothing) {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty())) {
            return nothing;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return text.startsWith(FILE) ? path(text) : text;
    }

    private static String path(String address) {
        try {
            return Path.of(URI.create(address)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return address; // of another kind of system
        }
    }
}
