package dev.latentloom.app;

import com.sun.javafx.scene.SceneHelper;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.settings.Theme;
import dev.latentloom.views.settings.Themes;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
        press(".ask-sheet .button", button -> key.equals(button.getId()));
    }

    /** Presses the first button that a selector finds, as soon as it is there and enabled. */
    void press(String selector) throws Exception {
        press(selector, 0);
    }

    /** Presses one of the buttons that a selector finds, counted from 0. */
    void press(String selector, int index) throws Exception {
        press(selector, button -> all(ButtonBase.class, selector).indexOf(button) == index);
    }

    /** Presses the button of this name, which is what is read aloud for it. */
    void press(String selector, String name) throws Exception {
        press(
                selector,
                button ->
                        name.equals(
                                Objects.requireNonNullElse(
                                        button.getAccessibleText(), button.getText())));
    }

    /** What an area holds is found from the frame on that first shows it, hence the wait. */
    private void press(String selector, Predicate<ButtonBase> which) throws Exception {
        OnFx.await(
                () -> {
                    Optional<ButtonBase> found =
                            all(ButtonBase.class, selector).stream()
                                    .filter(button -> which.test(button) && !button.isDisabled())
                                    .findFirst();
                    found.ifPresent(ButtonBase::fire);
                    return found.isPresent();
                });
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

    /** Gives the keyboard to what a selector finds, as soon as it is there. */
    void focus(String selector) throws Exception {
        OnFx.await(
                () -> {
                    all(Node.class, selector).stream().findFirst().ifPresent(Node::requestFocus);
                    return !all(Node.class, selector).isEmpty();
                });
    }

    /** Presses and releases a key where the keyboard is. */
    void press(KeyCode code, boolean shortcut) throws Exception {
        OnFx.run(
                () -> {
                    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                        SceneHelper.processKeyEvent(
                                stage.getScene(),
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
