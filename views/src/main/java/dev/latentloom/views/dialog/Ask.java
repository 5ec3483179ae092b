package dev.latentloom.views.dialog;

import java.util.List;

/**
 * A question with a few answers; Esc and a click beside it answer nothing.
 *
 * @param key message key; {@code KEY.name} is its title, {@code KEY.about} what it says
 * @param arguments fill both
 * @param details further lines, already words
 * @param choices in the order of the buttons
 */
public record Ask(String key, List<?> arguments, List<String> details, List<Choice> choices) {
    public Ask {
        arguments = List.copyOf(arguments);
        details = List.copyOf(details);
        choices = List.copyOf(choices);
    }
}
