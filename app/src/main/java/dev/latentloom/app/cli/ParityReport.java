package dev.latentloom.app.cli;

import dev.latentloom.engine.parity.Comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints comparisons: one line each as JSON, or a table of cases and every failure. */
final class ParityReport {
    private static final List<String> HEAD =
            List.of("part", "case", "passed", "failed", "worst", "limit", "of");

    private final Console console;
    private final Map<String, List<Comparison>> cases = new LinkedHashMap<>();

    ParityReport(Console console) {
        this.console = console;
    }

    void add(Comparison one) {
        cases.computeIfAbsent(one.part() + "/" + one.caseName(), key -> new ArrayList<>()).add(one);
        if (console.json()) {
            console.object(fields(one));
        } else if (!one.ok()) {
            String note = one.note() == null ? "" : "  " + one.note();
            console.line(
                    "FAILED %s/%s %s: %s > %s%s"
                            .formatted(
                                    one.part(),
                                    one.caseName(),
                                    one.name(),
                                    Console.figure(one.difference()),
                                    Console.figure(one.limit()),
                                    note));
        }
    }

    boolean empty() {
        return cases.isEmpty();
    }

    /** Prints table and summary; gives whether all passed. */
    boolean finish() {
        List<Comparison> all = cases.values().stream().flatMap(List::stream).toList();
        if (!console.json()) {
            List<List<String>> rows = new ArrayList<>(List.of(HEAD));
            cases.values().forEach(list -> rows.add(row(list)));
            console.table(rows);
        }
        Comparison worst = worst(all);
        long failed = all.stream().filter(one -> !one.ok()).count();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("passed", all.size() - failed);
        summary.put("failed", failed);
        summary.put("skipped", 0); // everything known is judged, and what is unknown has failed
        summary.put("worst", worst.difference());
        summary.put("worstLimit", worst.limit());
        summary.put("worstOf", "%s/%s %s".formatted(worst.part(), worst.caseName(), worst.name()));
        console.summary(summary);
        return failed == 0;
    }

    private static List<String> row(List<Comparison> list) {
        long passed = list.stream().filter(Comparison::ok).count();
        Comparison worst = worst(list);
        return List.of(
                worst.part(),
                worst.caseName(),
                String.valueOf(passed),
                String.valueOf(list.size() - passed),
                Console.figure(worst.difference()),
                Console.figure(worst.limit()),
                worst.name());
    }

    /** The one nearest to its limit, or furthest beyond. */
    private static Comparison worst(List<Comparison> list) {
        return list.stream()
                .max((a, b) -> Double.compare(share(a), share(b)))
                .orElseThrow(() -> new IllegalArgumentException("no comparison"));
    }

    private static double share(Comparison one) {
        if (one.limit() > 0) {
            return one.difference() / one.limit();
        }
        return one.ok() ? 0 : Double.POSITIVE_INFINITY;
    }

    private static Map<String, Object> fields(Comparison one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "comparison");
        fields.put("part", one.part());
        fields.put("case", one.caseName());
        fields.put("name", one.name());
        fields.put("difference", one.difference());
        fields.put("limit", one.limit());
        fields.put("ok", one.ok());
        if (one.note() != null) {
            fields.put("note", one.note());
        }
        return fields;
    }
}
