package dev.latentloom.app;

import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.views.settings.Theme;
import dev.latentloom.views.settings.Themes;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.nio.file.Path;

/** A window drawn into memory, as a person sees it at 1440 × 900. */
record TestWindow(Wiring wiring, Stage stage) implements AutoCloseable {
    static TestWindow open(Path home, JobRunner runner) throws Exception {
        return OnFx.get(
                () -> {
                    Wiring wiring = new Wiring(Places.of(home), runner, Platform::exit);
                    Scene scene = new Scene(wiring.window(), 1440, 900);
                    Themes.follow(scene, wiring.settings());
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    return new TestWindow(wiring, stage);
                });
    }

    WritableImage draw(Theme theme) throws Exception {
        OnFx.run(() -> wiring.settings().set(wiring.settings().get().withTheme(theme)));
        return OnFx.get(() -> stage.getScene().snapshot(null));
    }

    @Override
    public void close() {
        Platform.runLater(
                () -> {
                    stage.close();
                    wiring.close();
                });
    }
}
