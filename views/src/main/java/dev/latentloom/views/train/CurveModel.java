package dev.latentloom.views.train;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/** One metric over training steps. */
public final class CurveModel {
    private final String metric;
    private final ObservableList<CurvePoint> points = FXCollections.observableArrayList();

    CurveModel(String metric) {
        this.metric = metric;
    }

    /** A resumed run tells the steps after its checkpoint again: the newer point counts. */
    void add(CurvePoint point) {
        int keep = points.size();
        while (keep > 0 && points.get(keep - 1).step() >= point.step()) {
            keep--;
        }
        if (keep < points.size()) {
            points.remove(keep, points.size());
        }
        points.add(point);
    }

    /** Name of the metric. */
    public String metric() {
        return metric;
    }

    /** Its points in the order of their steps. */
    public List<CurvePoint> points() {
        return points;
    }

    ObservableList<CurvePoint> observable() {
        return points;
    }

    /** The newest value, NaN before the first. */
    public double last() {
        return points.isEmpty() ? Double.NaN : points.getLast().value();
    }
}
