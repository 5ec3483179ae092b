package dev.latentloom.engine.run;

import dev.latentloom.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The results of a run so far, and what they say together. */
public final class Kept {
    private final List<Answered> items = new ArrayList<>();

    void add(Answered item) {
        items.add(item);
    }

    /** All results in the order in which they came. */
    public List<Answered> items() {
        return List.copyOf(items);
    }

    /** Items whose answer was right. */
    public int correct() {
        return (int) items.stream().filter(item -> Boolean.TRUE.equals(item.correct())).count();
    }

    /** Items for which an answer was expected. */
    public int judged() {
        return (int) items.stream().map(Answered::correct).filter(Objects::nonNull).count();
    }

    /**
     * What commands print: counts, accuracy with its 95 % Wilson interval, the ledger's sums, and
     * times in seconds. Accuracy is absent where no answer was expected.
     */
    public Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("n", items.size());
        if (judged() > 0) {
            Proportion accuracy = Proportion.wilson(correct(), judged());
            summary.put("correct", correct());
            summary.put("accuracy", accuracy.share());
            summary.put("low", accuracy.low());
            summary.put("high", accuracy.high());
        }
        summary.put("prefillTokens", sum(Spent::prefillTokens));
        summary.put("decodedTokens", sum(Spent::decodedTokens));
        summary.put("latentSteps", sum(Spent::latentSteps));
        summary.put("ttftP50", percentile(50, Answered::firstToken));
        summary.put("p50", percentile(50, item -> item.spent().seconds()));
        summary.put("p95", percentile(95, item -> item.spent().seconds()));
        summary.put("p99", percentile(99, item -> item.spent().seconds()));
        return summary;
    }

    private long sum(ToLongFunction<Spent> kind) {
        return items.stream().map(Answered::spent).mapToLong(kind).sum();
    }

    /** The smallest value that at least so many per cent of the items do not exceed. */
    private double percentile(int percent, ToDoubleFunction<Answered> of) {
        double[] sorted = items.stream().mapToDouble(of).toArray();
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
