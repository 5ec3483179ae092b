package dev.latentloom.engine.text.jinja;

import java.util.Locale;

/** Upper and lower case without regard to the user's language. */
final class Case {
    private Case() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
