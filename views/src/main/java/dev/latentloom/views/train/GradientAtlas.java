package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large each link's gradient is in each round, as last told. Where a link learns apart from the
 * rounds, by regression on the thoughts of all of them, one norm is told: that of round 0.
 */
public final class GradientAtlas {
    private static final String PREFIX = "grad/";
    private static final Pattern ROUND = Pattern.compile("(.+)/r(\\d+)");

    private final Map<Place, Double> norms = new HashMap<>();
    private final TreeSet<Integer> rounds = new TreeSet<>();
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
    private long newest;

    private record Place(String link, int round) {}

    void fold(RunEvent.MetricPoint point) {
        if (!point.metric().startsWith(PREFIX)) {
            return;
        }
        String rest = point.metric().substring(PREFIX.length());
        Matcher byRound = ROUND.matcher(rest);
        if (byRound.matches()) {
            int round = Integer.parseInt(byRound.group(2));
            rounds.add(round);
            norms.put(new Place(byRound.group(1), round), point.value());
        } else {
            norms.put(new Place(rest, 0), point.value());
        }
        newest = point.step();
    }

    /** Tells who looks that there is something new. */
    void settle() {
        step.set(newest);
    }

    /** Whether gradients are told for each round. */
    public boolean byRound() {
        return !rounds.isEmpty();
    }

    /** The rounds in order, then 0, all of them together, where some link has only that. */
    public List<Integer> rounds() {
        List<Integer> shown = new ArrayList<>(rounds);
        if (norms.keySet().stream().anyMatch(this::onlyTogether) || !byRound()) {
            shown.add(0);
        }
        return shown;
    }

    private boolean onlyTogether(Place place) {
        return place.round() == 0
                && rounds.stream()
                        .noneMatch(round -> norms.containsKey(new Place(place.link(), round)));
    }

    /** A link's gradient norm in a round; null where no gradient reaches it. */
    public @Nullable Double norm(String link, int round) {
        Double norm = norms.get(new Place(link, round));
        return norm == null || norm == 0 ? null : norm;
    }

    /** The training step of what is told now. */
    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }
}
