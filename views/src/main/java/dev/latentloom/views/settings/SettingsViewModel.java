package dev.latentloom.views.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.function.Consumer;

/** The settings in force; every change is kept at once. */
public final class SettingsViewModel {
    /** Choices of the scale. */
    public static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);

    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(this, "settings", Settings.DEFAULTS);

    /**
     * @param keep writes changed settings down
     */
    public SettingsViewModel(Settings loaded, Consumer<Settings> keep) {
        settings.set(loaded);
        settings.addListener((property, before, now) -> keep.accept(now));
    }

    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    public Settings get() {
        return settings.get();
    }

    public void set(Settings changed) {
        settings.set(changed);
    }
}
