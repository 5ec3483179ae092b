package dev.latentloom.app;

import dev.latentloom.views.settings.SettingsViewModel;
import dev.latentloom.views.settings.Theme;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A window that sits for its pictures.
 *
 * @param folder where they go, those of each size in one of their own
 */
record Sitting(Path folder, SettingsViewModel settings, Stage stage, List<PictureSize> sizes) {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
    private static final int SETTLED = 400;

    /** The first node a selector finds, null for none. */
    @Nullable Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** The window as it is, in every size and both themes. */
    void picture(String name) throws Exception {
        picture(name, () -> {});
    }

    /**
     * The window in every size and both themes.
     *
     * @param opened what people open after they have made the window so large
     */
    void picture(String name, Runnable opened) throws Exception {
        for (PictureSize size : sizes) {
            resize(size);
            act(opened);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                act(() -> settings.set(settings.get().withTheme(theme)));
                Thread.sleep(SETTLED); // short motions end
                String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
                Picture.write(
                        fx(() -> drawn(stage, size)), folder.resolve(size.folder()).resolve(file));
            }
        }
    }

    /** The window itself stays as it is: a screen held in memory has a fixed size. */
    private void resize(PictureSize size) throws Exception {
        act(() -> stage.getScene().getRoot().resize(size.sceneWidth(), size.sceneHeight()));
        Thread.sleep(SETTLED); // panes give way
    }

    private static WritableImage drawn(Stage stage, PictureSize size) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(size.scale(), size.scale()));
        return stage.getScene().getRoot().snapshot(parameters, null);
    }

    /** Presses a key where no control has the keyboard. */
    void press(KeyCode code, boolean shift, boolean shortcut) throws Exception {
        act(
                () ->
                        Event.fireEvent(
                                stage.getScene().getRoot(),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        shift,
                                        shortcut,
                                        false,
                                        false)));
    }

    /** Does something on the FX thread and waits for it. */
    static void act(Runnable work) throws ExecutionException, InterruptedException {
        fx(Executors.callable(work));
    }

    /** Gets something on the FX thread. */
    static <T> T fx(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /** Waits until something holds, looking at it on the FX thread. */
    static void await(BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        Thread.sleep(SETTLED);
        while (!fx(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("the window is still at work");
            }
            Thread.sleep(50);
        }
    }
}
