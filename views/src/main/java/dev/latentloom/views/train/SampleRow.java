package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;

import java.util.ArrayList;
import java.util.List;

/**
 * A validation question and how it was answered while links were trained.
 *
 * @param now the newest answer
 * @param before earlier ones, oldest first
 */
public record SampleRow(RunEvent.SampleAnswer now, List<String> before) {
    public SampleRow {
        before = List.copyOf(before);
    }

    static SampleRow first(RunEvent.SampleAnswer answer) {
        return new SampleRow(answer, List.of());
    }

    /**
     * The same with a newer answer; one to the same step, told again, takes the old one's place.
     */
    SampleRow then(RunEvent.SampleAnswer newer) {
        if (newer.step() <= now.step()) {
            return new SampleRow(newer, before);
        }
        List<String> all = new ArrayList<>(before);
        all.add(now.answer());
        return new SampleRow(newer, all);
    }
}
