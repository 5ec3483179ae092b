package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whoever works without a mouse reaches every control. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class ReachableTest {
    private static final List<String> AREAS = List.of("home", "build", "run", "train", "library");

    @TempDir Path home;
    private Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws Exception {
        folder = RelayProjects.stored(home.resolve("relay"));
    }

    @Test
    void tabReachesEveryControlAndComesBack() throws Exception {
        List<String> missed = new ArrayList<>();
        inEveryArea(
                (area, root) -> {
                    List<Control> wanted = stops(root);
                    Set<Node> reached = new HashSet<>();
                    Node at = root.getScene().getFocusOwner();
                    for (int i = 0; i < 3 * wanted.size() + 10 && at != null; i++) {
                        at.requestFocusTraversal(TraversalDirection.NEXT);
                        at = root.getScene().getFocusOwner();
                        reached.add(at);
                    }
                    wanted.stream()
                            .filter(control -> !within(control, reached))
                            .forEach(control -> missed.add(area + ": " + control));
                });
        assertEquals(List.of(), missed);
    }

    @Test
    void everythingTheKeyboardStopsAtHasAName() throws Exception {
        Set<String> nameless = new TreeSet<>();
        inEveryArea(
                (area, root) -> {
                    List<Node> nodes = new ArrayList<>();
                    everything(root, nodes);
                    nodes.stream()
                            .filter(Node::isFocusTraversable)
                            .filter(node -> name(node, nodes).isBlank())
                            .forEach(node -> nameless.add(area + ": " + node));
                });
        assertEquals(Set.of(), nameless);
    }

    /** Also what is hidden now: it shows when something has happened. */
    private static void everything(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> everything(child, found));
        }
    }

    private static String name(Node node, List<Node> all) {
        String given = node.getAccessibleText();
        if (given != null) {
            return given;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        return all.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.getLabelFor() == node)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    private interface Look {
        void at(String area, Parent root);
    }

    private void inEveryArea(Look look) throws Exception {
        try (TestWindow window = TestWindow.open(home)) {
            OnFx.run(() -> window.wiring().open(folder));
            OnFx.await(() -> window.wiring().settled());
            for (String area : AREAS) {
                OnFx.run(() -> window.wiring().show(area));
                OnFx.frames(3);
                OnFx.run(() -> look.at(area, window.wiring().window()));
            }
        }
    }

    /** Controls that the keyboard stops at now. */
    private static List<Control> stops(Parent root) {
        List<Control> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Control> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Control control
                && control.isFocusTraversable()
                && !(control instanceof ScrollPane)) {
            found.add(control);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** Tab stops once at a group of toggles; the arrow keys go on inside of it. */
    private static boolean within(Control control, Set<Node> reached) {
        return reached.contains(control)
                || (control instanceof ToggleButton toggle
                        && toggle.getToggleGroup() != null
                        && toggle.getToggleGroup().getToggles().stream()
                                .anyMatch(
                                        other -> other instanceof Node && reached.contains(other)));
    }
}
