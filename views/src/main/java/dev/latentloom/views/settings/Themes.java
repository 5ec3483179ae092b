package dev.latentloom.views.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.latentloom.resources.StyleSheets;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Dresses a scene as the settings say, and again whenever they or the system change. */
public final class Themes {
    private Themes() {}

    /** From now on the scene follows the settings and, where they say so, the system. */
    public static void follow(Scene scene, SettingsViewModel settings) {
        settings.settingsProperty().subscribe(now -> dress(scene, now.theme()));
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> dress(scene, settings.get().theme()));
    }

    /** Whether a theme is dark now. */
    public static boolean dark(Theme theme) {
        return switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static void dress(Scene scene, Theme theme) {
        boolean dark = dark(theme);
        String sheet =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())
                || scene.getStylesheets().isEmpty()) {
            Application.setUserAgentStylesheet(sheet);
            scene.getStylesheets().setAll(StyleSheets.of(dark));
        }
    }
}
