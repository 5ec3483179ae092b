package dev.latentloom.views.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SettingsTest {
    @Test
    void projectOpenedAgainMovesToTheTop() {
        Settings settings = Settings.DEFAULTS.withRecent("a").withRecent("b").withRecent("a");
        assertEquals(List.of("a", "b"), settings.recent());
    }

    @Test
    void onlyTheLatestProjectsAreRemembered() {
        Settings settings = Settings.DEFAULTS;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecent("p" + i);
        }
        assertEquals(8, settings.recent().size());
        assertEquals("p19", settings.recent().getFirst());
    }

    @Test
    void everyChangeIsKeptAtOnce() {
        List<Settings> kept = new ArrayList<>();
        SettingsViewModel model = new SettingsViewModel(Settings.DEFAULTS, kept::add);
        model.set(model.get().withTheme(Theme.DARK));
        assertEquals(List.of(Settings.DEFAULTS.withTheme(Theme.DARK)), kept);
    }
}
