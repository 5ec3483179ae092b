package dev.latentloom.views.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every command of the window, in the order in which it was registered. */
public final class CommandRegistry {
    /** The menus in the order of the menu bar; a menu without commands is not shown. */
    public static final List<String> MENUS = List.of("file", "edit", "view", "run", "help");

    /** For commands that can always be done. */
    public static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final ObservableList<Command> readOnly =
            FXCollections.unmodifiableObservableList(commands);

    /** Adds a command that can always be done. */
    public void add(String key, String menu, @Nullable String keys, Runnable action) {
        add(new Command(key, menu, keys, ALWAYS, action));
    }

    /** Adds a command; refuses a menu the menu bar does not have. */
    public void add(Command command) {
        if (!MENUS.contains(command.menu())) {
            throw new IllegalArgumentException("no menu " + command.menu());
        }
        commands.add(command);
    }

    public ObservableList<Command> all() {
        return readOnly;
    }

    /** Commands whose name holds every word of {@code words}, in any order and case. */
    public List<Command> matching(String words) {
        List<String> wanted =
                Arrays.stream(words.toLowerCase(Locale.ROOT).split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return commands.stream()
                .filter(
                        command -> {
                            String name = command.name().toLowerCase(Locale.ROOT);
                            return wanted.stream().allMatch(name::contains);
                        })
                .toList();
    }
}
