package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.dock.DockLayout;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.dock.DockViewModel;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Panes are dragged, closed, folded and brought back in the real window. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class DockInTheWindowTest {
    @TempDir Path home;
    private Path layout = Path.of("");

    @BeforeEach
    void nameFile() {
        layout = Places.of(home).config().resolve("layout.json");
    }

    private TestWindow build() throws Exception {
        TestWindow window = TestWindow.open(home);
        OnFx.run(() -> window.wiring().show("build"));
        OnFx.frames(3);
        return window;
    }

    private static DockLayout standing(TestWindow window) throws Exception {
        return OnFx.get(() -> window.wiring().dock().layout());
    }

    private static void drop(DockPane pane, Node on, double x, double y) throws Exception {
        OnFx.run(() -> TabDrag.drop(pane, on, x, y));
        OnFx.frames(3);
    }

    private static void settle(TestWindow window) throws Exception {
        OnFx.await(() -> window.wiring().settled());
    }

    /** Where a node of a pane stands in the window. */
    private static Bounds place(TestWindow window, String selector) throws Exception {
        return OnFx.get(
                () -> {
                    Node node = window.find(Node.class, selector);
                    return node.localToScene(node.getLayoutBounds());
                });
    }

    @Test
    void aTabDraggedToAnotherSideStandsThereAfterTheNextStart() throws Exception {
        DockLayout left;
        try (TestWindow window = build()) {
            Node canvas = window.find(Node.class, ".pane-work .node-wrapper");
            double high = place(window, ".pane-work").getHeight();
            drop(DockPane.LOG, canvas, 5, high / 2);
            left = standing(window);
            assertEquals(List.of(DockPane.LOG), left.tabs(DockPane.LOG).orElseThrow().panes());
            assertTrue(
                    place(window, ".log").getMaxX() < place(window, ".graph-canvas").getMinX() + 1);
            settle(window);
        }
        try (TestWindow window = build()) {
            assertEquals(left, standing(window));
            assertTrue(
                    place(window, ".log").getMaxX() < place(window, ".graph-canvas").getMinX() + 1);
        }
    }

    @Test
    void aTabDroppedOnOthersBecomesOneOfThem() throws Exception {
        try (TestWindow window = build()) {
            Node inspector = window.find(Node.class, ".pane-inspector .node-wrapper");
            Bounds at = place(window, ".pane-inspector .node-wrapper");
            drop(DockPane.PALETTE, inspector, at.getWidth() / 2, at.getHeight() / 2);
            assertEquals(
                    List.of(DockPane.INSPECTOR, DockPane.PALETTE),
                    standing(window).tabs(DockPane.PALETTE).orElseThrow().panes());
            settle(window);
        }
    }

    @Test
    void nothingBecomesATabOfTheWork() throws Exception {
        try (TestWindow window = build()) {
            DockLayout before = standing(window);
            Node canvas = window.find(Node.class, ".pane-work .node-wrapper");
            Bounds at = place(window, ".pane-work");
            drop(DockPane.LOG, canvas, at.getWidth() / 2, at.getHeight() / 2);
            assertEquals(before.shape(), standing(window).shape());
        }
    }

    @Test
    void aClosedTabComesBackFromTheMenu() throws Exception {
        try (TestWindow window = build()) {
            window.press(".pane-palette .close-button");
            OnFx.frames(3);
            assertTrue(standing(window).tabs(DockPane.PALETTE).isEmpty());
            assertEquals(0, window.all(Node.class, ".palette-item").size());
            window.command("command.pane.palette");
            OnFx.await(() -> !window.all(Node.class, ".palette-item").isEmpty());
            settle(window);
        }
    }

    @Test
    void foldingLeavesTheTabsAndOpeningRestoresTheSize() throws Exception {
        try (TestWindow window = build()) {
            double wide = place(window, ".pane-inspector").getWidth();
            window.press(KeyCode.I, true);
            OnFx.await(() -> width(window) <= 28);
            window.press(KeyCode.I, true);
            OnFx.await(() -> Math.abs(width(window) - wide) < 2);
            settle(window);
        }
    }

    private static double width(TestWindow window) {
        return window.find(Node.class, ".pane-inspector").getLayoutBounds().getWidth();
    }

    @Test
    void resetPutsEverythingBack() throws Exception {
        try (TestWindow window = build()) {
            DockLayout before = standing(window);
            DockViewModel dock = window.wiring().dock();
            OnFx.run(() -> dock.move(DockPane.INSPECTOR, Side.LEFT));
            OnFx.run(() -> dock.close(DockPane.JOBS));
            settle(window);
            assertTrue(Files.readString(layout).contains("inspector"));
            window.command("command.layout.reset");
            OnFx.frames(3);
            assertEquals(before, standing(window));
            settle(window);
            assertFalse(Files.readString(layout).contains("inspector"));
        }
    }

    @Test
    void everyAreaHasItsOwnLayoutAndTheDockMovesAlong() throws Exception {
        try (TestWindow window = build()) {
            OnFx.run(() -> window.wiring().dock().show(DockPane.LOG));
            OnFx.await(() -> window.all(Node.class, ".log").size() == 1);
            for (int i = 0; i < 3; i++) {
                OnFx.run(() -> window.wiring().show("train"));
                OnFx.frames(2);
                assertEquals(0, window.all(Node.class, ".log").size());
                OnFx.run(() -> window.wiring().show("build"));
                OnFx.frames(2);
                assertEquals(1, window.all(Node.class, ".log").size());
            }
            settle(window);
        }
    }

    @Test
    void aFileThatCannotBeReadGivesTheStandardLayoutAndALineInTheLog() throws Exception {
        for (String broken : new String[] {"{\"version\": 1, \"areas\": {", "{\"version\": 99}"}) {
            Files.createDirectories(layout.getParent());
            Files.writeString(layout, broken);
            try (TestWindow window = build()) {
                assertEquals(
                        DockLayout.standard(window.wiring().dock().panesProperty().get()),
                        standing(window));
                Button badge = window.find(Button.class, ".error-badge");
                assertEquals("1 error", badge.getText());
                OnFx.run(badge::fire);
                OnFx.frames(3);
                assertTrue(standing(window).tabs(DockPane.LOG).orElseThrow().open());
                assertFalse(badge.isVisible());
                settle(window);
            }
        }
    }
}
