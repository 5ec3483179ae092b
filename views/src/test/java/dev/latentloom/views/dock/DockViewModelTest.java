package dev.latentloom.views.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunJson;

import javafx.geometry.Side;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class DockViewModelTest {
    private static final Set<DockPane> ALL = EnumSet.allOf(DockPane.class);

    private final List<DockLayouts> kept = new ArrayList<>();
    private final DockViewModel model = new DockViewModel(DockLayouts.NONE, kept::add);

    private void open() {
        model.open("build", ALL);
    }

    private static String words(DockNode node) {
        return switch (node) {
            case DockTabs tabs -> {
                List<String> names = new ArrayList<>();
                for (DockPane pane : tabs.panes()) {
                    names.add(pane == tabs.selected() ? "*" + pane.key() : pane.key());
                }
                yield (tabs.folded() ? "-" : "") + String.join("+", names);
            }
            case DockSplit split -> {
                List<String> parts = split.parts().stream().map(DockViewModelTest::words).toList();
                yield "(" + String.join(split.across() ? " | " : " / ", parts) + ")";
            }
        };
    }

    private String now() {
        return words(model.layout().root());
    }

    @Test
    void everyPaneIsAtHomeAtFirstAndTheDockIsFolded() {
        open();
        assertEquals("((*palette | *work | *inspector) / -*jobs+log+memory)", now());
        assertEquals(List.of(), kept);
    }

    @Test
    void anAreaWithoutAPaneHasNoPlaceForIt() {
        model.open("home", Set.of(DockPane.WORK, DockPane.JOBS, DockPane.LOG));
        assertEquals("(*work / -*jobs+log)", now());
        model.show(DockPane.INSPECTOR);
        assertEquals("(*work / -*jobs+log)", now());
    }

    @Test
    void aPaneThatIsShownUnfoldsItsPlace() {
        open();
        model.show(DockPane.LOG);
        assertEquals("((*palette | *work | *inspector) / jobs+*log+memory)", now());
        assertTrue(model.shows(DockPane.LOG));
        assertFalse(model.shows(DockPane.JOBS));
        model.fold(DockPane.JOBS);
        assertEquals("((*palette | *work | *inspector) / -jobs+*log+memory)", now());
        assertFalse(model.shows(DockPane.LOG));
    }

    @Test
    void aClosedPaneComesBackAtHome() {
        open();
        model.close(DockPane.PALETTE);
        model.close(DockPane.JOBS);
        assertEquals("((*work | *inspector) / -*log+memory)", now());
        model.show(DockPane.PALETTE);
        model.show(DockPane.JOBS);
        assertEquals("((*palette | *work | *inspector) / log+memory+*jobs)", now());
    }

    @Test
    void whenTheLastPaneOfTheDockIsClosedTheCommandBringsJobsBack() {
        open();
        List.of(DockPane.JOBS, DockPane.LOG, DockPane.MEMORY).forEach(model::close);
        assertEquals("(*palette | *work | *inspector)", now());
        model.toggleDock();
        assertEquals("((*palette | *work | *inspector) / *jobs)", now());
        model.toggleDock();
        assertEquals("((*palette | *work | *inspector) / -*jobs)", now());
    }

    @Test
    void aPaneMovesToAnySideOfTheWork() {
        open();
        model.move(DockPane.LOG, Side.RIGHT);
        assertEquals("((*palette | *work | inspector+*log) / -*jobs+memory)", now());
        model.move(DockPane.PALETTE, Side.BOTTOM);
        assertEquals("((*work | inspector+*log) / jobs+memory+*palette)", now());
        model.move(DockPane.INSPECTOR, Side.LEFT);
        assertEquals("((*inspector | *work | *log) / jobs+memory+*palette)", now());
        model.move(DockPane.LOG, Side.TOP);
        assertEquals("(*log / (*inspector | *work) / jobs+memory+*palette)", now());
    }

    @Test
    void theWorkStaysOpenAndWhereItIs() {
        open();
        model.close(DockPane.WORK);
        model.fold(DockPane.WORK);
        model.move(DockPane.WORK, Side.LEFT);
        assertEquals("((*palette | *work | *inspector) / -*jobs+log+memory)", now());
    }

    @Test
    void theLastOpenPlaceBesideFoldedOnesStaysOpen() {
        open();
        DockSplit row =
                new DockSplit(
                        true, List.of(DockTabs.of(DockPane.JOBS), DockTabs.of(DockPane.LOG)), 0);
        model.arranged(
                new DockLayout(new DockSplit(false, List.of(DockTabs.of(DockPane.WORK), row), 0)));
        model.toggleDock();
        assertEquals("(*work / (-*jobs | *log))", now());
    }

    @Test
    void everyAreaKeepsItsOwnLayoutAndResetForgetsOne() throws Exception {
        open();
        model.move(DockPane.LOG, Side.LEFT);
        model.open("run", Set.of(DockPane.WORK, DockPane.JOBS));
        model.show(DockPane.JOBS);
        DockLayouts last = kept.getLast();
        String json = RunJson.line(last);
        assertEquals(last, RunJson.MAPPER.readValue(json, DockLayouts.class), json);

        DockViewModel next = new DockViewModel(last, kept::add);
        next.open("build", ALL);
        assertEquals(
                "((palette+*log | *work | *inspector) / -*jobs+memory)",
                words(next.layout().root()));
        next.reset();
        assertEquals(DockLayout.standard(ALL), next.layout());
        assertEquals(Set.of("run"), kept.getLast().areas().keySet());
        next.open("run", Set.of(DockPane.WORK, DockPane.JOBS));
        assertEquals("(*work / *jobs)", words(next.layout().root()));
    }

    @Test
    void aLayoutThatDoesNotFitGivesWayToTheStandard() {
        DockNode twice =
                new DockSplit(
                        true,
                        List.of(
                                DockTabs.of(DockPane.WORK),
                                DockTabs.of(DockPane.LOG),
                                DockTabs.of(DockPane.LOG)),
                        0);
        for (DockNode root : List.of(twice, DockTabs.of(DockPane.LOG))) {
            DockViewModel odd =
                    new DockViewModel(
                            DockLayouts.NONE.with("build", new DockLayout(root)), kept::add);
            odd.open("build", ALL);
            assertEquals(DockLayout.standard(ALL), odd.layout());
        }
    }
}
