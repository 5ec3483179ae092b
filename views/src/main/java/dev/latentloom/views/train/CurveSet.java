package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every metric of a training, in the order in which they were first told. */
public final class CurveSet {
    private final ObservableList<CurveModel> curves = FXCollections.observableArrayList();
    private final Map<String, CurveModel> byMetric = new HashMap<>();

    void fold(RunEvent.MetricPoint point) {
        CurveModel curve = byMetric.get(point.metric());
        if (curve == null) {
            curve = new CurveModel(point.metric());
            byMetric.put(point.metric(), curve);
            curve.add(new CurvePoint(point.step(), point.value()));
            curves.add(curve);
        } else {
            curve.add(new CurvePoint(point.step(), point.value()));
        }
    }

    /** All curves that have a point. */
    public ObservableList<CurveModel> curves() {
        return curves;
    }

    /** The curve of a metric, if it was told. */
    public Optional<CurveModel> find(String metric) {
        return Optional.ofNullable(byMetric.get(metric));
    }
}
