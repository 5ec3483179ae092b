package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One setting of two runs.
 *
 * @param first its value in the first run; null where that has no such setting
 * @param second its value in the second one
 */
public record RunDiff(
        RunSetting.Part part, String name, @Nullable String first, @Nullable String second) {
    /** Whether the runs differ in it. */
    public boolean differs() {
        return !Objects.equals(first, second);
    }

    /** Every setting of two runs by their {@code run.json}, in the order of {@link RunSetting}. */
    public static List<RunDiff> of(JsonNode first, JsonNode second) {
        Map<String, RunDiff> lines = new LinkedHashMap<>();
        for (RunSetting one : RunSetting.of(first)) {
            lines.put(one.name(), new RunDiff(one.part(), one.name(), one.value(), null));
        }
        for (RunSetting other : RunSetting.of(second)) {
            RunDiff line = lines.get(other.name());
            lines.put(
                    other.name(),
                    new RunDiff(
                            other.part(),
                            other.name(),
                            line == null ? null : line.first(),
                            other.value()));
        }
        List<RunDiff> all = new ArrayList<>(lines.values());
        all.sort((one, other) -> one.part().compareTo(other.part()));
        return List.copyOf(all);
    }
}
