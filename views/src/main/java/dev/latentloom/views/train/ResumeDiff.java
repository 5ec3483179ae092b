package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is set now and was different in a run that is to go on. */
final class ResumeDiff {
    private final List<String> lines = new ArrayList<>();

    private ResumeDiff() {}

    /** One line for each difference: what, as it was, as it is set now. */
    static List<String> of(RunSpec.Train then, RunSpec.Train now) {
        ResumeDiff diff = new ResumeDiff();
        diff.compare("recipe", then.recipe(), now.recipe());
        diff.compare("stage", then.stage(), now.stage());
        diff.compare("data", then.data(), now.data());
        diff.compare("fields", fields(then), fields(now));
        diff.compare("from", then.from(), now.from());
        diff.compare("seed", seed(then), seed(now));
        Set<String> parts = new TreeSet<>(then.changes().keySet());
        parts.addAll(now.changes().keySet());
        for (String part : parts) {
            diff.compare(part, then.changes().get(part), now.changes().get(part));
        }
        return diff.lines;
    }

    private static long seed(RunSpec.Train spec) {
        return Objects.requireNonNullElse(spec.seed(), 0L);
    }

    private static @Nullable Object fields(RunSpec.Train spec) {
        return spec.fields().isEmpty() ? null : new TreeMap<>(spec.fields());
    }

    private void compare(String what, @Nullable Object then, @Nullable Object now) {
        if (!Objects.equals(then, now)) {
            lines.add(Messages.text("train.resume.differs", what, word(then), word(now)));
        }
    }

    private static String word(@Nullable Object value) {
        return value == null ? Messages.text("train.resume.usual") : value.toString();
    }
}
