package dev.latentloom.app;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where LatentLoom keeps its own files; projects stay where people put them.
 *
 * @param config settings
 * @param data runs of the bundled samples
 * @param state logs
 * @param cache what can be made again
 */
public record Places(Path config, Path data, Path state, Path cache) {
    private static final String NAME = "latentloom";

    /**
     * XDG folders on Linux, {@code %APPDATA%} on Windows, {@code ~/Library} on macOS.
     *
     * @param home moves all of them below one folder; null for the usual ones
     */
    public static Places of(@Nullable Path home) {
        return of(
                home,
                System.getProperty("os.name").toLowerCase(Locale.ROOT),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Places of(
            @Nullable Path home, String system, Path user, Map<String, String> environment) {
        if (home != null) {
            return new Places(
                    home.resolve("config"),
                    home.resolve("data"),
                    home.resolve("state"),
                    home.resolve("cache"));
        }
        if (system.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA", user.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", user.resolve("AppData/Local"));
            return new Places(
                    roaming.resolve(NAME),
                    local.resolve(NAME).resolve("data"),
                    local.resolve(NAME).resolve("state"),
                    local.resolve(NAME).resolve("cache"));
        }
        if (system.startsWith("mac")) {
            Path library = user.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new Places(
                    support.resolve("config"),
                    support,
                    library.resolve("Logs").resolve(NAME),
                    library.resolve("Caches").resolve(NAME));
        }
        return new Places(
                folder(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME", user.resolve(".local/share")).resolve(NAME),
                folder(environment, "XDG_STATE_HOME", user.resolve(".local/state")).resolve(NAME),
                folder(environment, "XDG_CACHE_HOME", user.resolve(".cache")).resolve(NAME));
    }

    private static Path folder(Map<String, String> environment, String name, Path usual) {
        String set = environment.getOrDefault(name, "");
        return set.isEmpty() ? usual : Path.of(set);
    }

    /** Where native libraries are unpacked to. */
    Path natives() {
        return cache.resolve("natives");
    }
}
