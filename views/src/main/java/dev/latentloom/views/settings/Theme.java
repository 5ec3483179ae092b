package dev.latentloom.views.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which colours the window wears. */
public enum Theme {
    /** As the operating system says, also when that changes. */
    @JsonProperty("system")
    SYSTEM("settings.theme.system"),
    @JsonProperty("light")
    LIGHT("settings.theme.light"),
    @JsonProperty("dark")
    DARK("settings.theme.dark");

    private final String key;

    Theme(String key) {
        this.key = key;
    }

    /** Message key of its name. */
    public String key() {
        return key;
    }
}
