package dev.latentloom.views.run;

import dev.latentloom.engine.job.Control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done to single wires in the next run; each change can be undone. */
public final class WireChoices {
    /** What a wire can be set to. */
    public static final List<Control> KINDS = List.of(Control.ZERO, Control.SHUFFLE, Control.SNAP);

    private final ObservableMap<String, Control> wires = FXCollections.observableHashMap();
    private final Deque<Map<String, Control>> before = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");

    /**
     * Sets one wire.
     *
     * @param control null lets it through again
     */
    public void set(String edge, @Nullable Control control) {
        if (wires.get(edge) == control) {
            return;
        }
        remember();
        if (control == null) {
            wires.remove(edge);
        } else {
            wires.put(edge, control);
        }
    }

    /** Lets every wire through again. */
    public void clear() {
        if (!wires.isEmpty()) {
            remember();
            wires.clear();
        }
    }

    private void remember() {
        before.push(Map.copyOf(wires));
        undoable.set(true);
    }

    /** Takes the last change back. */
    public void undo() {
        Map<String, Control> earlier = before.poll();
        if (earlier != null) {
            wires.keySet().retainAll(earlier.keySet());
            wires.putAll(earlier);
        }
        undoable.set(!before.isEmpty());
    }

    /** Forgets every wire, and what could be undone, but for these. */
    void keep(Collection<String> edges) {
        Map<String, Control> kept = new HashMap<>(wires);
        kept.keySet().retainAll(edges);
        wires.keySet().retainAll(kept.keySet());
        before.clear();
        undoable.set(false);
    }

    /** Wires that are set, by id of their edge. */
    public ObservableMap<String, Control> wires() {
        return FXCollections.unmodifiableObservableMap(wires);
    }

    /** Whether there is a change to take back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }
}
