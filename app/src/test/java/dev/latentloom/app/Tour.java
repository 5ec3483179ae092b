package dev.latentloom.app;

import atlantafx.base.controls.ModalPane;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A walk through the whole window, as a person makes it. */
record Tour(TestWindow window, Path folder) {
    private static final List<String> AREAS = List.of("home", "build", "run", "train", "library");

    /** One thing that is done. */
    record Act(String name, Doing doing) {}

    /** How it is done. */
    interface Doing {
        void run() throws Exception;
    }

    /** Everything, from the opening of the project on. */
    List<Act> whole() {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act("open the project", this::open));
        acts.addAll(acts());
        return acts;
    }

    /** Everything in the open project. */
    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (String area : AREAS) {
            acts.add(new Act("show " + area, () -> OnFx.run(() -> window.wiring().show(area))));
        }
        acts.add(new Act("ask a question", this::ask));
        acts.add(new Act("answer a data set", this::evaluate));
        acts.add(new Act("open the palette", () -> sheet(KeyCode.K, true)));
        acts.add(new Act("open the settings", () -> sheet(KeyCode.COMMA, true)));
        acts.add(new Act("open and fold the dock", this::dock));
        acts.add(new Act("save the project", () -> window.press(KeyCode.S, true)));
        return acts;
    }

    private void open() throws Exception {
        OnFx.run(() -> window.wiring().open(folder));
        OnFx.await(() -> window.wiring().settled());
    }

    private void ask() throws Exception {
        OnFx.run(() -> window.wiring().show("run"));
        OnFx.frames(2);
        window.press(".run-main .dock-tab");
        window.press(".question-acts .accent");
        OnFx.await(
                () ->
                        window.all(Label.class, ".verdict").stream()
                                .anyMatch(label -> label.getText().equals("✓ right")));
    }

    private void evaluate() throws Exception {
        window.press(".run-main .dock-tab", 1);
        window.press(".evaluation .accent");
        OnFx.await(() -> window.wiring().settled());
    }

    private void sheet(KeyCode key, boolean shortcut) throws Exception {
        window.press(key, shortcut);
        OnFx.await(() -> !window.all(Label.class, ".sheet .label").isEmpty());
        OnFx.frames(2);
        window.press(KeyCode.ESCAPE, false);
        OnFx.await(() -> !window.find(ModalPane.class, ".modal-pane").isDisplay());
    }

    private void dock() throws Exception {
        window.press(KeyCode.J, true);
        OnFx.frames(2);
        window.press(KeyCode.J, true);
    }
}
