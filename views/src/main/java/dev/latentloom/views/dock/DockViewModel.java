package dev.latentloom.views.dock;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Side;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Which panes stand where in the area in view, and what people do to them. */
public final class DockViewModel {
    private final Consumer<DockLayouts> keep;
    private final ReadOnlyObjectWrapper<Set<DockPane>> panes =
            new ReadOnlyObjectWrapper<>(this, "panes", Set.of(DockPane.WORK));
    private final ReadOnlyObjectWrapper<DockLayout> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", DockLayout.standard(Set.of(DockPane.WORK)));
    private final Map<String, List<DockPane>> asked = new HashMap<>();
    private DockRoom room = DockRoom.ENDLESS;
    private DockLayout layout = shown();
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
        layout = known != null && known.fits(available) ? known : DockLayout.standard(available);
        fit();
    }

    /** So much room is there now: panes give way, and come back where they have room again. */
    public void room(DockRoom now) {
        room = now;
        fit();
    }

    private void fit() {
        if (room.fit(layout, List.of()).equals(layout)) {
            asked().clear(); // nothing gives way any more
        }
        shown.set(room.fit(layout, asked()));
    }

    private List<DockPane> asked() {
        return asked.computeIfAbsent(area, any -> new ArrayList<>());
    }

    private void ask(DockPane pane) {
        asked().remove(pane);
        asked().add(pane);
    }

    /** People have dragged what is shown into this; what has given way is still open to them. */
    public void arranged(DockLayout now) {
        now.places().stream()
                .filter(DockTabs::open)
                .flatMap(tabs -> tabs.panes().stream())
                .filter(pane -> shown().tabs(pane).filter(DockTabs::open).isEmpty())
                .forEach(this::ask);
        change(now.mapped(tabs -> gaveWay(tabs) ? tabs.folded(false) : tabs));
    }

    private boolean gaveWay(DockTabs tabs) {
        return tabs.folded()
                && tabs.panes().stream()
                        .allMatch(pane -> layout.tabs(pane).filter(DockTabs::open).isPresent());
    }

    private void change(DockLayout now) {
        if (!now.equals(layout) && now.fits(panes.get())) {
            layout = now;
            kept = kept.with(area, now);
            keep.accept(kept);
        }
        fit();
    }

    /** Puts every pane of the area back where it stood at first. */
    public void reset() {
        kept = kept.without(area);
        keep.accept(kept);
        layout = DockLayout.standard(panes.get());
        asked().clear();
        fit();
    }

    /** Opens a pane where it is folded, behind another, or closed; others may give way to it. */
    public void show(DockPane pane) {
        if (panes.get().contains(pane)) {
            ask(pane);
            change(
                    layout.tabs(pane).isPresent()
                            ? layout.mapped(
                                    tabs -> tabs.panes().contains(pane) ? tabs.showing(pane) : tabs)
                            : new DockLayout(DockInsertion.at(layout.root(), pane, pane.home())));
        }
    }

    /** Folds the place of a pane to its tabs. */
    public void fold(DockPane pane) {
        asked().remove(pane);
        change(layout.folded(tabs -> tabs.panes().contains(pane)));
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
        if (pane != DockPane.WORK && layout.tabs(pane).isPresent()) {
            change(layout.without(pane));
        }
    }

    /** Moves a pane to a side of the work. */
    public void move(DockPane pane, Side side) {
        if (pane != DockPane.WORK && panes.get().contains(pane)) {
            DockLayout rest = layout.without(pane);
            ask(pane);
            change(new DockLayout(DockInsertion.at(rest.root(), pane, side)));
        }
    }

    /** Folds the dock where some of it is open; opens it, or brings it back, otherwise. */
    public void toggleDock() {
        if (dock().stream().anyMatch(DockTabs::open)) {
            asked().removeIf(DockPane::shared);
            change(layout.folded(DockTabs::dock));
        } else {
            openDock();
        }
    }

    /** Opens the dock, so that its tabs can be read. */
    public void openDock() {
        if (dock().isEmpty()) {
            show(DockPane.JOBS);
        } else {
            dock().stream().map(DockTabs::selected).forEach(this::ask);
            change(layout.mapped(tabs -> tabs.dock() ? tabs.folded(false) : tabs));
        }
    }

    private List<DockTabs> dock() {
        return shown().places().stream().filter(DockTabs::dock).toList();
    }

    /** Whether a pane can be seen now. */
    public boolean shows(DockPane pane) {
        return shown().tabs(pane)
                .filter(tabs -> tabs.open() && tabs.selected() == pane)
                .isPresent();
    }

    /** Panes that the area has, open or closed. */
    public ReadOnlyObjectProperty<Set<DockPane>> panesProperty() {
        return panes.getReadOnlyProperty();
    }

    /** What people want where; kept for the next time. */
    public DockLayout layout() {
        return layout;
    }

    /** What is shown of it in the room there is. */
    public ReadOnlyObjectProperty<DockLayout> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is shown of it in the room there is. */
    public DockLayout shown() {
        return Objects.requireNonNull(shown.get());
    }
}
