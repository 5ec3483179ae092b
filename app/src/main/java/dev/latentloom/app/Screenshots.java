package dev.latentloom.app;

import dev.latentloom.views.control.TabStrip;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.library.RunsViewModel;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.run.ReplayViewModel;
import dev.latentloom.views.run.RunView;
import dev.latentloom.views.settings.Themes;
import dev.latentloom.views.train.PartChoice;
import dev.latentloom.views.train.TrainChoices;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Draws the pictures of the documentation: opens the bundled sample with the engine at work, asks a
 * question in both modes and writes every area in both themes. Needs no display when started with
 * {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class Screenshots {
    private static final int SCENE = 900;
    private static final String QUESTIONS = "40"; // of the data set
    private static final String TABS = ".run-main .tab-strip";
    private static final Map<String, String> SHORT_TRAINING =
            Map.of("iterations", "200", "batch", "64", "validateEvery", "25");

    private final Wiring wiring;
    private final Sitting sitting;

    private Screenshots(Wiring wiring, Sitting sitting) {
        this.wiring = wiring;
        this.sitting = sitting;
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
        Screenshots pictures = Sitting.fx(() -> open(folder, places, sizes));
        pictures.draw();
        Sitting.act(() -> pictures.wiring.close());
        System.exit(0);
    }

    private static Screenshots open(Path folder, Places places, List<PictureSize> sizes) {
        Wiring wiring = Wiring.local(places, Platform::exit);
        Scene scene = new Scene(wiring.window(), SCENE, SCENE);
        Themes.follow(scene, wiring.settings());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new Screenshots(wiring, new Sitting(folder, wiring.settings(), stage, sizes));
    }

    private void draw() throws Exception {
        Sitting.await(wiring::settled);
        sitting.picture("home");
        Sitting.act(() -> wiring.open(Wiring.samplesFolder().resolve("relay")));
        Sitting.await(wiring::settled);
        Sitting.act(() -> wiring.ask());
        Sitting.await(wiring::settled);
        sitting.picture("run");
        sitting.picture("memory", () -> wiring.dock().show(DockPane.MEMORY));
        Sitting.act(() -> wiring.dock().fold(DockPane.MEMORY));
        replay();
        ablate();
        train();
        Sitting.act(() -> wiring.show("build"));
        sitting.picture("build");
        Sitting.act(() -> wiring.build().select(List.of("critic")));
        sitting.picture("agent", () -> wiring.dock().show(DockPane.INSPECTOR));
        evaluate();
        Sitting.act(() -> wiring.show("library"));
        Sitting.act(() -> wiring.tryFirstModel("<bos> ROLE_P e4 A B C ["));
        Sitting.await(wiring::settled);
        sitting.picture("library");
        runs();
        sheets();
    }

    /** The kept runs of all that was drawn before, and two of them compared. */
    private void runs() throws Exception {
        RunsViewModel runs = wiring.shelf().runs();
        Sitting.act(
                () -> {
                    runs.tabProperty().set(RunsViewModel.TAB);
                    runs.choose(List.of(runs.runs().getFirst()));
                    runs.note().textProperty().set("Text, to see what the thoughts are worth.");
                    runs.note().addTag("baseline, relay");
                });
        Sitting.await(wiring::settled);
        sitting.picture("runs");
        Sitting.act(
                () -> {
                    runs.choose(runs.runs().subList(0, 2));
                    runs.compare();
                });
        Sitting.await(wiring::settled);
        sitting.picture("comparison");
        Sitting.act(runs.comparison()::close);
    }

    private void sheets() throws Exception {
        sitting.press(KeyCode.COMMA, false, true);
        sitting.picture("settings");
        sitting.press(KeyCode.ESCAPE, false, false);
        sitting.press(KeyCode.K, false, true);
        sitting.picture("palette");
        sitting.press(KeyCode.ESCAPE, false, false);
        sitting.press(KeyCode.F1, true, false);
        sitting.picture("keys");
        sitting.press(KeyCode.ESCAPE, false, false);
        sitting.press(KeyCode.F1, false, false);
        sitting.picture("guide");
    }

    private void replay() throws Exception {
        ReplayViewModel replay = wiring.runDesk().replay();
        Path run = wiring.run().passes().getFirst().folderProperty().get();
        Sitting.act(() -> replay.open(Objects.requireNonNull(run)));
        Sitting.await(() -> replay.activeProperty().get() && replay.lengthProperty().get() > 0);
        Sitting.act(
                () -> {
                    if (replay.playingProperty().get()) {
                        replay.playOrHold();
                    }
                    replay.seek(replay.lengthProperty().get() * 3 / 4);
                });
        sitting.picture("replay");
        Sitting.act(replay::close);
    }

    private void evaluate() throws Exception {
        EvaluationViewModel evaluation = wiring.runDesk().evaluation();
        Sitting.act(
                () -> {
                    wiring.show("run");
                    wiring.run().choices().linksProperty().set("soft-token");
                });
        Sitting.await(() -> sitting.find(TABS) != null); // in the next frame
        Sitting.act(
                () -> {
                    openTab(RunView.DATA);
                    evaluation.data().limit().textProperty().set(QUESTIONS);
                    evaluation.start();
                });
        Sitting.await(wiring::settled);
        sitting.picture("data");
        Sitting.act(() -> evaluation.item().open(evaluation.shown().getFirst()));
        sitting.picture("item");
        Sitting.act(() -> evaluation.item().close());
    }

    private void openTab(int place) {
        ((TabStrip) Objects.requireNonNull(sitting.find(TABS))).openProperty().set(place);
    }

    private void ablate() throws Exception {
        Sitting.act(
                () -> {
                    openTab(RunView.ABLATION);
                    wiring.runDesk().ablation().start();
                });
        Sitting.await(wiring::settled);
        sitting.picture("ablation");
    }

    private void train() throws Exception {
        Sitting.act(
                () -> {
                    wiring.show("train");
                    TrainChoices choices = wiring.train().choices();
                    choices.recipes().stream()
                            .filter(recipe -> recipe.name().equals("on-policy"))
                            .forEach(choices.recipeProperty()::set);
                    for (PartChoice part : choices.parts()) {
                        part.textProperty().set(SHORT_TRAINING.getOrDefault(part.key(), ""));
                    }
                    wiring.train().start();
                });
        Sitting.await(() -> wiring.train().stateProperty().get() == JobState.RUNNING);
        Sitting.act(() -> wiring.train().pauseOrGoOn());
        Sitting.await(() -> wiring.train().stateProperty().get() == JobState.PAUSED);
        sitting.picture("paused");
        Sitting.act(() -> wiring.train().pauseOrGoOn());
        Sitting.await(wiring::settled);
        sitting.picture("train");
    }
}
