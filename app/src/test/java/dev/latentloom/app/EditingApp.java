package dev.latentloom.app;

import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.EditHistory;
import dev.latentloom.views.project.RecoveredWork;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The workbench in a process of its own: takes the recovered work if there is some, then edits and
 * saves by a seeded script until it is killed.
 */
final class EditingApp {
    private static final double SAVES = 0.06;
    private static final double UNDOS = 0.1;

    private final Wiring wiring;
    private final StateLog log;
    private final RandomGenerator random;

    private EditingApp(Wiring wiring, StateLog log, RandomGenerator random) {
        this.wiring = wiring;
        this.log = log;
        this.random = random;
    }

    /** Arguments: home folder, project folder, file for the states, seed. */
    public static void main(String... arguments) throws Exception {
        OnFx.start();
        Wiring wiring =
                OnFx.get(
                        () -> {
                            Wiring fresh =
                                    Wiring.local(Places.of(Path.of(arguments[0])), Platform::exit);
                            Stage stage = new Stage();
                            stage.setScene(new Scene(fresh.window(), 1440, 900));
                            stage.show();
                            fresh.show("build");
                            return fresh;
                        });
        try (StateLog log = new StateLog(Path.of(arguments[2]))) {
            RandomGenerator random = new SplittableRandom(Long.parseLong(arguments[3]));
            EditingApp app = new EditingApp(wiring, log, random);
            app.open(Path.of(arguments[1]));
            app.edit();
        }
    }

    private void open(Path folder) throws Exception {
        OnFx.await(() -> !wiring.desk().project().busy());
        OnFx.run(
                () -> {
                    List<RecoveredWork> found = wiring.desk().recovery().found();
                    if (found.isEmpty()) {
                        wiring.open(folder);
                    } else {
                        List<RecoveredWork> older = found.subList(1, found.size());
                        List.copyOf(older).forEach(wiring.desk().recovery()::drop);
                        wiring.desk().recovery().open(found.getFirst());
                    }
                });
        OnFx.await(() -> !wiring.desk().project().busy());
    }

    private void edit() throws Exception {
        BuildViewModel build = wiring.build();
        EditHistory mirror = OnFx.get(() -> new EditHistory(build.draft()));
        log.add(DrawnState.of(mirror.current()));
        RandomScript script = new RandomScript(random);
        while (true) {
            OnFx.run(() -> step(build, mirror, script));
            Thread.sleep(random.nextInt(5, 60));
        }
    }

    private void step(BuildViewModel build, EditHistory mirror, RandomScript script) {
        double what = random.nextDouble();
        if (what < SAVES) {
            wiring.desk().project().save(() -> {});
        } else if (what < SAVES + UNDOS && mirror.undoable().isPresent()) {
            mirror.undo();
            log.add(DrawnState.of(mirror.current()));
            build.undo();
        } else {
            Edit edit = script.next(build.draft());
            mirror.apply(edit);
            log.add(DrawnState.of(mirror.current()));
            build.apply(edit);
        }
    }
}
