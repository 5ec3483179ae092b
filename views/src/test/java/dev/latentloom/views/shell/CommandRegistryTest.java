package dev.latentloom.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CommandRegistryTest {
    private final CommandRegistry commands = new CommandRegistry();
    private final List<String> done = new ArrayList<>();

    @Test
    void wordsMatchInAnyOrderAndCase() {
        commands.add("command.openProject", "file", null, () -> {});
        commands.add("command.quit", "file", null, () -> {});
        assertEquals(
                List.of("command.openProject"),
                commands.matching("PROJ open").stream().map(Command::key).toList());
        assertEquals(2, commands.matching(" ").size());
    }

    @Test
    void disabledCommandDoesNothing() {
        SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
        commands.add(new Command("command.quit", "file", null, enabled, () -> done.add("quit")));
        commands.all().getFirst().run();
        enabled.set(true);
        commands.all().getFirst().run();
        assertEquals(List.of("quit"), done);
    }

    @Test
    void refusesAMenuNobodyHas() {
        assertThrows(
                IllegalArgumentException.class,
                () -> commands.add("command.quit", "edits", null, () -> {}));
    }
}
