package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.GraphLayout;
import dev.latentloom.views.graph.document.Spot;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.util.Duration;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets nodes glide to the places a new layout gives them, unless the system asks for less motion.
 */
final class Glide {
    private static final Duration TIME = Duration.millis(150);

    private final Consumer<Map<String, Spot>> place;
    private final Transition transition;
    private Map<String, Spot> from = Map.of();
    private Map<String, Spot> to = Map.of();

    Glide(Consumer<Map<String, Spot>> place) {
        this.place = place;
        transition =
                new Transition() {
                    {
                        setCycleDuration(TIME);
                        setInterpolator(Interpolator.EASE_BOTH);
                    }

                    @Override
                    protected void interpolate(double fraction) {
                        step(fraction);
                    }
                };
    }

    /**
     * Starts from where the nodes are now.
     *
     * @return where nodes are that will glide
     */
    Map<String, Spot> start(Drawing drawing, GraphLayout layout) {
        transition.stop();
        Map<String, Spot> old = new HashMap<>();
        Map<String, Spot> wanted = new HashMap<>();
        for (String id : drawing.nodes()) {
            Spot target = layout.spots().get(id);
            if (target != null && !target.equals(drawing.spot(id))) {
                old.put(id, drawing.spot(id));
                wanted.put(id, target);
            }
        }
        if (wanted.isEmpty() || Platform.getPreferences().isReducedMotion()) {
            return Map.of();
        }
        from = old;
        to = wanted;
        transition.playFromStart();
        return old;
    }

    /** Does something once nodes are in their places. */
    void then(Runnable act) {
        if (transition.getStatus() == Animation.Status.RUNNING) {
            transition.setOnFinished(
                    event -> {
                        transition.setOnFinished(null);
                        act.run();
                    });
        } else {
            act.run();
        }
    }

    private void step(double fraction) {
        Map<String, Spot> now = new HashMap<>();
        to.forEach(
                (id, end) -> {
                    Spot begin = from.getOrDefault(id, end);
                    now.put(
                            id,
                            new Spot(
                                    begin.x() + (end.x() - begin.x()) * fraction,
                                    begin.y() + (end.y() - begin.y()) * fraction));
                });
        place.accept(now);
    }
}
