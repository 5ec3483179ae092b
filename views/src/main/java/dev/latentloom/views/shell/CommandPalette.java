package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Focus;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** The controller of CommandPalette.fxml: type a few letters, Enter does it. */
public final class CommandPalette {
    @FXML private TextField words;
    @FXML private ListView<Command> found;
    private final CommandRegistry commands;
    private final Runnable close;

    private CommandPalette(CommandRegistry commands, Runnable close) {
        this.commands = commands;
        this.close = close;
    }

    /** A fresh palette; {@code close} takes it away before the command runs. */
    public static Node open(CommandRegistry commands, Runnable close) {
        return Fxml.load(new CommandPalette(commands, close));
    }

    @FXML
    private void initialize() {
        found.setCellFactory(list -> new CommandCell());
        found.setPlaceholder(new Label(Messages.text("shell.palette.none")));
        words.textProperty().subscribe(this::find);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setOnMouseClicked(event -> runSelected());
        found.setFocusTraversable(false);
        Focus.onceShown(words);
    }

    private void find(String text) {
        found.getItems().setAll(commands.matching(text));
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> runSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = found.getItems().size() - 1;
        int index =
                Math.clamp(
                        found.getSelectionModel().getSelectedIndex() + (long) by,
                        0,
                        Math.max(0, last));
        found.getSelectionModel().select(index);
        found.scrollTo(index);
    }

    private void runSelected() {
        Command command = found.getSelectionModel().getSelectedItem();
        if (command != null && command.enabled().get()) {
            close.run();
            command.run();
        }
    }
}
