package dev.latentloom.app;

import dev.latentloom.views.library.RunsViewModel;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.run.ReplayViewModel;
import dev.latentloom.views.settings.Theme;
import dev.latentloom.views.settings.Themes;
import dev.latentloom.views.train.PartChoice;
import dev.latentloom.views.train.TrainChoices;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Draws the pictures of the documentation: opens the bundled sample with the engine at work, asks a
 * question in both modes and writes every area in both themes. Needs no display when started with
 * {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class Screenshots {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
    private static final int SETTLED = 400;
    private static final int SCENE = 900;
    private static final String COMPARED = "40"; // items

    private static final String QUESTIONS = "40";
    private static final Map<String, String> SHORT_TRAINING =
            Map.of("iterations", "160", "batch", "32", "validateEvery", "40");

    private final Path folder;
    private final Wiring wiring;
    private final Stage stage;
    private final List<PictureSize> sizes;

    private Screenshots(Path folder, Wiring wiring, Stage stage, List<PictureSize> sizes) {
        this.folder = folder;
        this.wiring = wiring;
        this.stage = stage;
        this.sizes = sizes;
    }

    /** Arguments: folder for the pictures, and sizes such as 2560x1440@2; 1440x900 if left out. */
    public static void main(String... arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<PictureSize> sizes =
                arguments.length == 1
                        ? List.of(PictureSize.USUAL)
                        : Stream.of(arguments).skip(1).map(PictureSize::of).toList();
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Path home = Files.createTempDirectory("latentloom-pictures");
        Places usual = Places.of(null);
        Places own = Places.of(home);
        Places places = new Places(own.config(), own.data(), own.state(), usual.cache());
        Screenshots pictures = fx(() -> open(folder, places, sizes));
        pictures.draw();
        act(() -> pictures.wiring.close());
        System.exit(0);
    }

    private static Screenshots open(Path folder, Places places, List<PictureSize> sizes) {
        Wiring wiring = Wiring.local(places, Platform::exit);
        Scene scene = new Scene(wiring.window(), SCENE, SCENE);
        Themes.follow(scene, wiring.settings());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new Screenshots(folder, wiring, stage, sizes);
    }

    private void draw() throws Exception {
        await(wiring::settled);
        picture("home");
        act(() -> wiring.open(Wiring.samplesFolder().resolve("relay")));
        await(wiring::settled);
        act(() -> wiring.ask());
        await(wiring::settled);
        picture("run");
        picture("memory", () -> wiring.dock().show(DockPane.MEMORY));
        act(() -> wiring.dock().fold(DockPane.MEMORY));
        replay();
        evaluate();
        ablate();
        train();
        act(() -> wiring.show("build"));
        picture("build");
        act(() -> wiring.build().select(List.of("critic")));
        picture("agent", () -> wiring.dock().show(DockPane.INSPECTOR));
        act(() -> wiring.show("library"));
        act(() -> wiring.tryFirstModel("<bos> ROLE_P e4 A B C ["));
        await(wiring::settled);
        picture("library");
        runs();
        sheets();
    }

    /** The kept runs of all that was drawn before, and two of them compared. */
    private void runs() throws Exception {
        EvaluationViewModel evaluation = wiring.runDesk().evaluation();
        act(
                () -> {
                    evaluation.data().limit().textProperty().set(COMPARED);
                    evaluation.start();
                });
        await(wiring::settled);
        RunsViewModel runs = wiring.shelf().runs();
        act(
                () -> {
                    runs.tabProperty().set(RunsViewModel.TAB);
                    runs.choose(List.of(runs.runs().getFirst()));
                    runs.note().textProperty().set("Text, to see what the thoughts are worth.");
                    runs.note().addTag("baseline, relay");
                });
        await(wiring::settled);
        picture("runs");
        act(
                () -> {
                    runs.choose(runs.runs().subList(0, 2));
                    runs.compare();
                });
        await(wiring::settled);
        picture("comparison");
        act(runs.comparison()::close);
    }

    private void sheets() throws Exception {
        press(KeyCode.COMMA, false, true);
        picture("settings");
        press(KeyCode.ESCAPE, false, false);
        press(KeyCode.K, false, true);
        picture("palette");
        press(KeyCode.ESCAPE, false, false);
        press(KeyCode.F1, true, false);
        picture("keys");
        press(KeyCode.ESCAPE, false, false);
        press(KeyCode.F1, false, false);
        picture("guide");
    }

    private void replay() throws Exception {
        ReplayViewModel replay = wiring.runDesk().replay();
        Path run = wiring.run().passes().getFirst().folderProperty().get();
        act(() -> replay.open(Objects.requireNonNull(run)));
        await(() -> replay.activeProperty().get() && replay.lengthProperty().get() > 0);
        act(
                () -> {
                    if (replay.playingProperty().get()) {
                        replay.playOrHold();
                    }
                    replay.seek(replay.lengthProperty().get() / 2);
                });
        picture("replay");
        act(replay::close);
    }

    private void evaluate() throws Exception {
        EvaluationViewModel evaluation = wiring.runDesk().evaluation();
        act(
                () -> {
                    openTab("#dataTab");
                    evaluation.data().limit().textProperty().set(QUESTIONS);
                    evaluation.start();
                });
        await(wiring::settled);
        picture("data");
        act(() -> evaluation.item().open(evaluation.shown().getFirst()));
        picture("item");
        act(() -> evaluation.item().close());
    }

    private void openTab(String id) {
        ((ToggleButton) stage.getScene().lookup(id)).fire();
    }

    private void ablate() throws Exception {
        act(
                () -> {
                    openTab("#ablationTab");
                    wiring.runDesk().ablation().start();
                });
        await(wiring::settled);
        picture("ablation");
    }

    private void train() throws Exception {
        act(
                () -> {
                    wiring.show("train");
                    TrainChoices choices = wiring.train().choices();
                    choices.recipes().stream()
                            .filter(recipe -> recipe.name().equals("paper"))
                            .forEach(choices.recipeProperty()::set);
                    for (PartChoice part : choices.parts()) {
                        part.textProperty().set(SHORT_TRAINING.getOrDefault(part.key(), ""));
                    }
                    wiring.train().start();
                });
        await(() -> wiring.train().stateProperty().get() == JobState.RUNNING);
        act(() -> wiring.train().pauseOrGoOn());
        await(() -> wiring.train().stateProperty().get() == JobState.PAUSED);
        picture("paused");
        act(() -> wiring.train().pauseOrGoOn());
        await(wiring::settled);
        picture("train");
    }

    private void picture(String name) throws Exception {
        picture(name, () -> {});
    }

    /**
     * @param opened what people open after they have made the window so large
     */
    private void picture(String name, Runnable opened) throws Exception {
        for (PictureSize size : sizes) {
            resize(size);
            act(opened);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                act(() -> wiring.settings().set(wiring.settings().get().withTheme(theme)));
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

    private void press(KeyCode code, boolean shift, boolean shortcut) throws Exception {
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

    private static void act(Runnable work) throws ExecutionException, InterruptedException {
        fx(Executors.callable(work));
    }

    private static <T> T fx(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static void await(BooleanSupplier holds) throws Exception {
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
