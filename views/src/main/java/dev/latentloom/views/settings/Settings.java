package dev.latentloom.views.settings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What people have set, and what the window remembers; the same file on every system.
 *
 * @param theme colours of the window
 * @param device {@code cpu} or {@code cuda:N}; null lets the engine choose
 * @param dtype {@code f32}, {@code bf16} or {@code f16}; null lets the engine choose
 * @param modelFolders folders searched for models besides the HuggingFace cache
 * @param uiScale size of everything, 1 is 100 %; works from the next start
 * @param recent folders of projects, latest first
 */
public record Settings(
        Theme theme,
        @Nullable String device,
        @Nullable String dtype,
        List<String> modelFolders,
        double uiScale,
        List<String> recent) {
    /** As it is before anybody has set anything. */
    public static final Settings DEFAULTS =
            new Settings(Theme.SYSTEM, null, null, List.of(), 1, List.of());

    private static final int RECENT_KEPT = 8;

    public Settings {
        modelFolders = List.copyOf(modelFolders);
        recent = List.copyOf(recent);
    }

    /** The same with another theme. */
    public Settings withTheme(Theme other) {
        return new Settings(other, device, dtype, modelFolders, uiScale, recent);
    }

    /** The same with a project at the top of the recent ones. */
    public Settings withRecent(String folder) {
        List<String> folders = new ArrayList<>(recent);
        folders.remove(folder);
        folders.addFirst(folder);
        return new Settings(
                theme,
                device,
                dtype,
                modelFolders,
                uiScale,
                folders.subList(0, Math.min(RECENT_KEPT, folders.size())));
    }
}
