package dev.latentloom.views.dock;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Side;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Which panes stand where in the area in view, and what people do to them. */
public final class DockViewModel {
    private final Consumer<DockLayouts> keep;
    private final ReadOnlyObjectWrapper<Set<DockPane>> panes =
            new ReadOnlyObjectWrapper<>(this, "panes", Set.of(DockPane.WORK));
    private final ReadOnlyObjectWrapper<DockLayout> layout =
            new ReadOnlyObjectWrapper<>(this, "layout", DockLayout.standard(Set.of(DockPane.WORK)));
    private DockLayouts kept;
    private String area = "";

    /**
     * @param kept layouts of the last time
     * @param keep writes changed layouts down
     */
    public DockViewModel(DockLayouts kept, Consumer<DockLayouts> keep) {
        this.kept = kept;
        this.keep = keep;
    }

    /** Shows an area, as it was left; a layout that no longer fits gives way to the standard. */
    public void open(String key, Set<DockPane> available) {
        area = key;
        panes.set(EnumSet.copyOf(available));
        DockLayout known = kept.areas().get(key);
        layout.set(known != null && known.fits(available) ? known : DockLayout.standard(available));
    }

    /** People have arranged the panes like this. */
    public void arranged(DockLayout now) {
        if (!now.equals(layout.get()) && now.fits(panes.get())) {
            layout.set(now);
            kept = kept.with(area, now);
            keep.accept(kept);
        }
    }

    /** Puts every pane of the area back where it stood at first. */
    public void reset() {
        kept = kept.without(area);
        keep.accept(kept);
        layout.set(DockLayout.standard(panes.get()));
    }

    /** Opens a pane where it is folded, behind another, or closed. */
    public void show(DockPane pane) {
        if (panes.get().contains(pane)) {
            DockLayout now = layout.get();
            arranged(
                    now.tabs(pane).isPresent()
                            ? now.mapped(
                                    tabs -> tabs.panes().contains(pane) ? tabs.showing(pane) : tabs)
                            : new DockLayout(DockInsertion.at(now.root(), pane, pane.home())));
        }
    }

    /** Folds the place of a pane to its tabs. */
    public void fold(DockPane pane) {
        arranged(layout.get().folded(tabs -> tabs.panes().contains(pane)));
    }

    /** Folds the place of a pane that shows, and shows it otherwise. */
    public void toggle(DockPane pane) {
        if (shows(pane)) {
            fold(pane);
        } else {
            show(pane);
        }
    }

    /** Closes a pane until it is asked for again. */
    public void close(DockPane pane) {
        if (pane != DockPane.WORK && layout.get().tabs(pane).isPresent()) {
            arranged(layout.get().without(pane));
        }
    }

    /** Moves a pane to a side of the work. */
    public void move(DockPane pane, Side side) {
        if (pane != DockPane.WORK && panes.get().contains(pane)) {
            DockLayout rest = layout.get().without(pane);
            arranged(new DockLayout(DockInsertion.at(rest.root(), pane, side)));
        }
    }

    /** Folds the dock where some of it is open; opens it, or brings it back, otherwise. */
    public void toggleDock() {
        if (dock().stream().anyMatch(DockTabs::open)) {
            arranged(layout.get().folded(DockTabs::dock));
        } else {
            openDock();
        }
    }

    /** Opens the dock, so that its tabs can be read. */
    public void openDock() {
        if (dock().isEmpty()) {
            show(DockPane.JOBS);
        } else {
            arranged(layout.get().mapped(tabs -> tabs.dock() ? tabs.folded(false) : tabs));
        }
    }

    private List<DockTabs> dock() {
        return layout.get().places().stream().filter(DockTabs::dock).toList();
    }

    /** Whether a pane can be seen now. */
    public boolean shows(DockPane pane) {
        return layout.get()
                .tabs(pane)
                .filter(tabs -> tabs.open() && tabs.selected() == pane)
                .isPresent();
    }

    /** Panes that the area has, open or closed. */
    public ReadOnlyObjectProperty<Set<DockPane>> panesProperty() {
        return panes.getReadOnlyProperty();
    }

    /** What stands where now. */
    public ReadOnlyObjectProperty<DockLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** What stands where now. */
    public DockLayout layout() {
        return Objects.requireNonNull(layout.get());
    }
}
