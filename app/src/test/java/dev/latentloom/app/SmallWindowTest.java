package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.dock.DockLayout;
import dev.latentloom.views.dock.DockPane;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window of 720 × 450 points, which is 1440 × 900 at 200 %. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class SmallWindowTest {
    private static final List<String> AREAS = List.of("home", "build", "run", "train", "library");

    @TempDir Path home;
    private Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws Exception {
        folder = RelayProjects.stored(home.resolve("relay"));
    }

    private TestWindow open() throws Exception {
        TestWindow window = TestWindow.open(home);
        OnFx.run(() -> window.wiring().open(folder));
        OnFx.await(() -> window.wiring().settled());
        return window;
    }

    private static void resize(TestWindow window, double width, double height) throws Exception {
        OnFx.run(() -> window.wiring().window().resize(width, height));
        OnFx.frames(4);
    }

    private static DockLayout shown(TestWindow window) throws Exception {
        return OnFx.get(() -> window.wiring().dock().shown());
    }

    private static boolean shows(TestWindow window, DockPane pane) throws Exception {
        return OnFx.get(() -> window.wiring().dock().shows(pane));
    }

    private static double width(TestWindow window, String selector) throws Exception {
        return OnFx.get(() -> window.find(Node.class, selector).getLayoutBounds().getWidth());
    }

    @Test
    void panesFoldInASmallWindowAndComeBackAsTheyWere() throws Exception {
        try (TestWindow window = open()) {
            OnFx.run(() -> window.wiring().show("build"));
            OnFx.frames(3);
            DockLayout wanted = shown(window);
            double inspector = width(window, ".pane-inspector");
            double palette = width(window, ".pane-palette");
            resize(window, 720, 450);
            assertEquals(28, width(window, ".pane-inspector"));
            assertEquals(28, width(window, ".pane-palette"));
            assertEquals(44, width(window, ".rail"));
            resize(window, 1440, 900);
            OnFx.await(() -> window.wiring().dock().shown().equals(wanted));
            OnFx.frames(3);
            assertEquals(inspector, width(window, ".pane-inspector"), 2);
            assertEquals(palette, width(window, ".pane-palette"), 2);
            assertEquals(52, width(window, ".rail"));
            assertFalse(Files.exists(Places.of(home).config().resolve("layout.json")));
        }
    }

    @Test
    void whatPeopleOpenInASmallWindowOpens() throws Exception {
        try (TestWindow window = open()) {
            OnFx.run(() -> window.wiring().show("run"));
            resize(window, 720, 450);
            assertFalse(shows(window, DockPane.INSPECTOR));
            window.command("command.inspector");
            OnFx.frames(3);
            assertTrue(shows(window, DockPane.INSPECTOR));
            Bounds place =
                    OnFx.get(
                            () -> {
                                Node node = window.find(Node.class, ".pane-inspector");
                                return node.localToScene(node.getLayoutBounds());
                            });
            assertTrue(place.getWidth() >= 260 && place.getMaxX() <= 720, place::toString);
        }
    }

    @Test
    void noWordsAreCutInAnyArea() throws Exception {
        List<String> cut = new ArrayList<>();
        try (TestWindow window = open()) {
            OnFx.run(() -> window.wiring().ask());
            OnFx.await(() -> window.wiring().settled());
            for (int[] size : new int[][] {{1440, 900}, {1280, 720}, {1100, 700}, {720, 450}}) {
                for (String area : AREAS) {
                    OnFx.run(() -> window.wiring().show(area));
                    resize(window, size[0], size[1]);
                    look(window, size[0] + " " + area, cut);
                }
                OnFx.run(() -> window.wiring().show("run"));
                for (int tab = 1; tab < 3; tab++) {
                    window.press(".run-main .dock-tab", tab);
                    OnFx.frames(3);
                    look(window, size[0] + " run " + tab, cut);
                }
                window.press(".run-main .dock-tab");
            }
        }
        assertEquals(List.of(), cut);
    }

    private static void look(TestWindow window, String where, List<String> cut) throws Exception {
        Parent root = window.wiring().window();
        OnFx.get(() -> CutText.in(root)).forEach(words -> cut.add(where + ": " + words));
    }
}
