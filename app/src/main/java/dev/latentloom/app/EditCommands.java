package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.EditWords;
import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.run.WireChoices;
import dev.latentloom.views.shell.Command;
import dev.latentloom.views.shell.CommandRegistry;
import dev.latentloom.views.shell.ShellViewModel;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/** What can be done to the drawn team, while it is in view. */
final class EditCommands {
    private final BuildViewModel build;
    private final Selection selection;
    private final WireChoices wires;
    private final ShellViewModel shell;

    /**
     * @param wires what wires are set to in Run, whose last change undo takes back there
     */
    EditCommands(BuildViewModel build, WireChoices wires, ShellViewModel shell) {
        this.wires = wires;
        this.build = build;
        this.selection = new Selection(build);
        this.shell = shell;
    }

    void register(CommandRegistry commands) {
        commands.add(undo());
        commands.add(step("redo", "Shortcut+Shift+Z", build.redoableProperty(), build::redo));
        commands.add(act("selectAll", null, inView(), selection::selectAll));
        commands.add(act("duplicate", "Shortcut+D", selected(), selection::duplicate));
        commands.add(
                act(
                        "group",
                        "Shortcut+G",
                        selected(),
                        () -> selection.group(Messages.text("graph.group.title"))));
        commands.add(act("ungroup", "Shortcut+Shift+G", selected(), selection::ungroup));
        commands.add(act("mute", null, selected(), selection::mute));
        commands.add(act("bypass", null, selected(), selection::bypass));
        commands.add(act("remove", null, selected(), selection::remove));
        commands.add(act("arrange", null, inView(), build::arrange));
    }

    /** Takes back what was done in the area in view. */
    private Command undo() {
        ObservableValue<@Nullable Edit> edit = build.undoableProperty();
        ObservableBooleanValue enabled =
                Bindings.createBooleanBinding(
                        () ->
                                inRun()
                                        ? wires.undoableProperty().get()
                                        : shown() && edit.getValue() != null,
                        edit,
                        wires.undoableProperty(),
                        shell.areaProperty());
        ObservableValue<String> title =
                Bindings.createStringBinding(
                        () ->
                                inRun()
                                        ? Messages.text("command.edit.undo.wire")
                                        : EditWords.of("undo", edit.getValue()),
                        edit,
                        shell.areaProperty());
        return new Command("command.edit.undo", "edit", "Shortcut+Z", enabled, this::back, title);
    }

    private void back() {
        if (inRun()) {
            wires.undo();
        } else {
            build.undo();
        }
    }

    private boolean inRun() {
        return "run".equals(shell.areaProperty().get());
    }

    private Command step(
            String key, String keys, ObservableValue<@Nullable Edit> edit, Runnable action) {
        ObservableBooleanValue enabled =
                Bindings.createBooleanBinding(
                        () -> shown() && edit.getValue() != null, edit, shell.areaProperty());
        ObservableValue<String> title =
                Bindings.createStringBinding(() -> EditWords.of(key, edit.getValue()), edit);
        return new Command("command.edit." + key, "edit", keys, enabled, action, title);
    }

    private static Command act(
            String key, @Nullable String keys, ObservableBooleanValue enabled, Runnable action) {
        return new Command("command.edit." + key, "edit", keys, enabled, action);
    }

    private boolean shown() {
        return "build".equals(shell.areaProperty().get());
    }

    private ObservableBooleanValue inView() {
        return Bindings.createBooleanBinding(this::shown, shell.areaProperty());
    }

    private ObservableBooleanValue selected() {
        return Bindings.createBooleanBinding(
                () -> shown() && !build.selection().isEmpty(),
                build.selectionProperty(),
                shell.areaProperty());
    }
}
