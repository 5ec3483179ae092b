package dev.latentloom.views.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Side;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Panes give way where the window is small, and come back; what people chose is kept as it is. */
class DockRoomTest {
    private static final Set<DockPane> ALL = EnumSet.allOf(DockPane.class);
    private static final PaneSize DOCK = new PaneSize(320, 200, 120, 100);
    private static final Map<DockPane, PaneSize> SIZES =
            Map.of(
                    DockPane.WORK,
                    new PaneSize(500, 300, 240, 100),
                    DockPane.PALETTE,
                    new PaneSize(180, 200, 120, 100),
                    DockPane.INSPECTOR,
                    new PaneSize(320, 200, 260, 100),
                    DockPane.JOBS,
                    DOCK,
                    DockPane.LOG,
                    DOCK,
                    DockPane.MEMORY,
                    DOCK);

    private final List<DockLayouts> kept = new ArrayList<>();
    private final DockViewModel model = new DockViewModel(DockLayouts.NONE, kept::add);

    private DockRoomTest() {
        model.open("build", ALL);
    }

    private void room(double width, double height) {
        model.room(new DockRoom(width, height, 30, 10, SIZES));
    }

    /** Which places show more than their tabs, by their first pane. */
    private List<String> open() {
        return model.shown().places().stream()
                .filter(DockTabs::open)
                .map(tabs -> tabs.panes().getFirst().key())
                .toList();
    }

    @Test
    void theSmallestPaneThatMakesEnoughRoomGivesWay() {
        room(1020, 800); // 180 + 10 + 500 + 10 + 320
        assertEquals(List.of("palette", "work", "inspector"), open());
        room(1019, 800);
        assertEquals(List.of("work", "inspector"), open());
        room(870, 800); // 30 + 10 + 500 + 10 + 320
        assertEquals(List.of("work", "inspector"), open());
        room(869, 800);
        assertEquals(List.of("palette", "work"), open());
        room(730, 800); // 180 + 10 + 500 + 10 + 30
        assertEquals(List.of("palette", "work"), open());
        room(729, 800);
        assertEquals(List.of("work"), open());
    }

    @Test
    void whatGaveWayComesBackAndNothingIsWrittenDown() {
        DockLayout wanted = model.layout();
        room(600, 300);
        assertEquals(List.of("work"), open());
        assertEquals(wanted, model.layout());
        room(1400, 800);
        assertEquals(wanted, model.shown());
        assertEquals(List.of(), kept);
    }

    @Test
    void whatPeopleFoldedStaysFolded() {
        model.fold(DockPane.INSPECTOR);
        room(600, 800);
        room(1400, 800);
        assertEquals(List.of("palette", "work"), open());
    }

    @Test
    void theDockGivesWayToTheHeightOfTheWork() {
        room(1400, 800);
        model.openDock();
        room(1400, 510);
        assertEquals(List.of("palette", "work", "inspector", "jobs"), open());
        room(1400, 509);
        assertEquals(List.of("palette", "work", "inspector"), open());
    }

    @Test
    void whatPeopleAskForInASmallWindowOpensAndWhatTheyAskedForBeforeGivesWayOnlyToBeingCut() {
        room(600, 400);
        model.show(DockPane.PALETTE);
        assertEquals(List.of("palette", "work"), open());
        model.toggleDock();
        assertEquals(List.of("palette", "work", "jobs"), open());
        model.show(DockPane.INSPECTOR); // 120 + 10 + 240 + 10 + 260 are too many
        assertEquals(List.of("work", "inspector", "jobs"), open());
        model.toggle(DockPane.INSPECTOR);
        assertFalse(model.shows(DockPane.INSPECTOR));
        assertTrue(model.layout().tabs(DockPane.PALETTE).orElseThrow().open());
    }

    @Test
    void whatWasAskedForGivesWayAgainOnceThereHasBeenRoomForAll() {
        room(600, 800);
        model.show(DockPane.PALETTE);
        room(1400, 800);
        room(600, 800);
        assertEquals(List.of("work"), open());
    }

    @Test
    void draggingInASmallWindowKeepsOpenWhatGaveWay() {
        room(869, 800);
        model.arranged(
                model.shown()
                        .mapped(
                                tabs ->
                                        tabs.panes().contains(DockPane.PALETTE)
                                                ? tabs.sized(200)
                                                : tabs));
        assertTrue(model.layout().tabs(DockPane.INSPECTOR).orElseThrow().open());
        assertEquals(List.of("palette", "work"), open());
        assertEquals(1, kept.size());
    }

    @Test
    void aPaneThatIsMovedIsShown() {
        room(869, 800);
        model.move(DockPane.INSPECTOR, Side.LEFT);
        assertTrue(model.shows(DockPane.INSPECTOR));
    }
}
