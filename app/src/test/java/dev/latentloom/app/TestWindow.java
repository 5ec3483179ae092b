package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.settings.Theme;
import dev.latentloom.views.settings.Themes;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;

/** A window drawn into memory, as a person sees it at 1440 × 900. */
final class TestWindow implements AutoCloseable {
    private final Wiring wiring;
    private final Stage stage;

    private TestWindow(Wiring wiring, Stage stage) {
        this.wiring = wiring;
        this.stage = stage;
    }

    /** With a story told instead of an engine. */
    static TestWindow open(Path home) throws Exception {
        return Aside.on(
                "a window is made",
                () ->
                        shown(
                                new Wiring(
                                        Places.of(home),
                                        new RelayStory(),
                                        new RelayProjects(),
                                        Platform::exit)));
    }

    /** With the engine at work, its natives where they always are. */
    static TestWindow local(Path home) throws Exception {
        Places own = Places.of(home);
        Places places = new Places(own.config(), own.data(), own.state(), Places.of(null).cache());
        return Aside.on("a window is made", () -> shown(Wiring.local(places, Platform::exit)));
    }

    private static TestWindow shown(Wiring wiring) {
        Scene scene = new Scene(wiring.window(), 1440, 900);
        Themes.follow(scene, wiring.settings());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new TestWindow(wiring, stage);
    }

    Wiring wiring() {
        return wiring;
    }

    /** Presses the button of a question that the window asks. */
    void answer(String key) throws Exception {
        OnFx.await(() -> !all(Button.class, ".ask-sheet .button").isEmpty());
        OnFx.run(
                () ->
                        all(Button.class, ".ask-sheet .button").stream()
                                .filter(button -> key.equals(button.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    WritableImage draw(Theme theme) throws Exception {
        Aside.on(
                "the theme is changed",
                () -> {
                    wiring.settings().set(wiring.settings().get().withTheme(theme));
                    return theme;
                });
        Thread.sleep(250); // short motions end
        return Aside.on("a picture is taken", () -> stage.getScene().snapshot(null));
    }

    /** Every node a selector finds, in the order of the scene. */
    <T extends Node> List<T> all(Class<T> type, String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream().map(type::cast).toList();
    }

    <T extends Node> T find(Class<T> type, String selector) {
        return all(type, selector).getFirst();
    }

    /** Whether the keyboard is inside of what a selector finds. */
    boolean focusIn(String selector) {
        for (Node node = stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(selector.substring(1))) {
                return true;
            }
        }
        return false;
    }

    /** Chooses a command in the menus. */
    void command(String key) throws Exception {
        OnFx.run(
                () ->
                        find(MenuBar.class, ".menu-bar").getMenus().stream()
                                .flatMap(menu -> menu.getItems().stream())
                                .filter(item -> Messages.text(key).equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    /** Presses and releases a key where the keyboard is. */
    void press(KeyCode code, boolean shortcut) throws Exception {
        OnFx.run(
                () -> {
                    Parent root = stage.getScene().getRoot();
                    Node focus = stage.getScene().getFocusOwner();
                    Node target = focus == null ? root : focus;
                    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                        Event.fireEvent(
                                target,
                                new KeyEvent(type, "", "", code, false, shortcut, false, false));
                    }
                });
    }

    @Override
    public void close() {
        try {
            OnFx.await(() -> !wiring.desk().project().busy());
            Aside.on(
                    "a window is closed, which waits for its files",
                    () -> {
                        stage.close();
                        wiring.close();
                        return true;
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
