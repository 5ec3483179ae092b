package dev.latentloom.views.control;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.NoStalls;
import dev.latentloom.views.OnFx;
import dev.latentloom.views.RequiresFonts;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Objects;

/** Who has the keyboard of a window. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class FocusTest {
    private record Window(Stage stage, VBox root, Button first, Button late) {
        static Window open() {
            Button first = new Button("first");
            VBox root = new VBox(first);
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 300, 200));
            stage.show();
            return new Window(stage, root, first, new Button("shown later"));
        }
    }

    private @Nullable Window open;

    @BeforeEach
    void open() throws Exception {
        open = OnFx.get(Window::open);
    }

    @AfterEach
    void close() throws Exception {
        act(window().stage()::close);
    }

    private Window window() {
        return Objects.requireNonNull(open);
    }

    private static void act(Runnable act) throws Exception {
        OnFx.get(
                () -> {
                    act.run();
                    return true;
                });
    }

    @Test
    void whatAsksBeforeTheFrameThatShowsItGetsTheKeyboardOnce() throws Exception {
        act(
                () -> {
                    window().root().getChildren().add(new ScrollPane(window().late()));
                    assertNull(
                            window().late().getScene(),
                            "a scroll pane takes it in with the next frame");
                    Focus.onceShown(window().late());
                });
        assertTrue(getsTheKeyboard(window().late()));
        act(window().first()::requestFocus);
        act(() -> window().root().getChildren().add(window().root().getChildren().removeLast()));
        assertTrue(getsTheKeyboard(window().first()));
    }

    @Test
    void whatIsThereAlreadyGetsItToo() throws Exception {
        act(() -> window().root().getChildren().add(window().late()));
        act(() -> Focus.onceShown(window().late()));
        assertTrue(getsTheKeyboard(window().late()));
    }

    private static boolean getsTheKeyboard(Node node) throws Exception {
        for (int look = 0; look < 100; look++) {
            if (OnFx.get(node::isFocused)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }
}
