package dev.latentloom.app;

import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.Command;
import dev.latentloom.views.shell.CommandRegistry;
import dev.latentloom.views.train.TrainViewModel;

import javafx.beans.value.ObservableBooleanValue;

/** What the team of the open project can be asked to do: answer, and train its links. */
record TeamCommands(RunViewModel run, TrainViewModel train) {
    void register(CommandRegistry commands) {
        commands.add(
                new Command(
                        "command.ask", "run", "Shortcut+ENTER", run.askableProperty(), run::ask));
        commands.add(new Command("command.stop", "run", "ESC", run.runningProperty(), run::stop));
        commands.add(new Command("command.step", "run", "F10", run.steppableProperty(), run::step));
        commands.add(act("command.toEnd", run.steppingProperty(), run::runToEnd));
        commands.add(
                act(
                        "command.wires.undo",
                        run.choices().wires().undoableProperty(),
                        run.choices().wires()::undo));
        commands.add("command.random", "run", null, run::drawQuestion);
        commands.add(act("command.train", train.startableProperty(), train::start));
        commands.add(act("command.train.stop", train.stoppableProperty(), train::stop));
        commands.add(act("command.train.resume", train.resumableProperty(), train::resume));
    }

    private static Command act(String key, ObservableBooleanValue enabled, Runnable action) {
        return new Command(key, "run", null, enabled, action);
    }
}
