package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Stall;
import dev.latentloom.views.job.StallWatch;
import dev.latentloom.views.settings.Themes;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;

/** The window's life: start, one scene, one way out. */
public final class WorkbenchApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private static final Duration HELD = Duration.ofMillis(500); // long enough to be noticed
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Logger LOGGER = Logger.getLogger(WorkbenchApp.class.getName());

    private @Nullable Wiring wiring;
    private @Nullable StallWatch watch;

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
        watch = StallWatch.start(HELD, LOOK, WorkbenchApp::tell);
    }

    private static void tell(Stall stall) {
        LOGGER.warning(Messages.text("shell.held", stall.millis(), stall.where()));
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
        if (watch != null) {
            watch.close();
        }
        if (wiring != null) {
            wiring.close();
        }
    }
}
