package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.dock.DockLayouts;
import dev.latentloom.views.dock.DockViewModel;
import dev.latentloom.views.home.Sample;
import dev.latentloom.views.home.SampleGallery;
import dev.latentloom.views.settings.Settings;
import dev.latentloom.views.settings.SettingsViewModel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window reads when it starts; a file that cannot be read is told and does not stop it.
 */
record StartFiles(Preferences preferences, Keeping keeping, Path folder, Notices notices) {
    /** The settings as they were left, kept whenever they change. */
    SettingsViewModel settings() {
        return new SettingsViewModel(load(), this::save);
    }

    /** Panes as they stood, kept whenever somebody moves one. */
    DockViewModel dock(LayoutFile file) {
        DockLayouts layouts = DockLayouts.NONE;
        try {
            layouts = file.load();
        } catch (WorkbenchException e) {
            notices.warned(e.key(), e.arguments());
        }
        return new DockViewModel(
                layouts,
                now ->
                        keeping.keep(
                                () -> file.save(now),
                                reason -> notices.warned(reason.key(), reason.arguments())));
    }

    /** The bundled samples. */
    List<Sample> samples() {
        try {
            return SampleGallery.in(folder);
        } catch (IOException e) {
            notices.warned(
                    "home.samples.unreadable", List.of(folder, String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private Settings load() {
        try {
            return preferences.load();
        } catch (WorkbenchException e) {
            notices.warned(e.key(), e.arguments());
            return Settings.DEFAULTS;
        }
    }

    private void save(Settings now) {
        keeping.keep(
                () -> preferences.save(now),
                reason -> notices.warned(reason.key(), reason.arguments()));
    }
}
