package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.settings.Themes;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** The window's life: start, one scene, one way out. */
public final class WorkbenchApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        String home = getParameters().getNamed().get("home");
        List<String> raw = getParameters().getRaw();
        if (home == null && raw.size() == 2) {
            home = raw.get(1);
        }
        Places places = Places.of(home == null ? null : Path.of(home));
        Wiring fresh = Wiring.local(places, this::exit);
        wiring = fresh;
        Scene scene = new Scene(fresh.window(), WIDTH, HEIGHT);
        Themes.follow(scene, fresh.settings());
        stage.titleProperty()
                .bind(fresh.titleProperty().map(project -> Messages.text("shell.window", project)));
        stage.setScene(scene);
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    fresh.leave(this::exit);
                });
        stage.show();
    }

    /** The one way out: leaving while a popup shows can crash the JVM on Linux. */
    private void exit() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
        Platform.exit();
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
