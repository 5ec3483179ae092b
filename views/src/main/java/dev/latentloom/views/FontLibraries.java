package dev.latentloom.views;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The libraries and fonts JavaFX needs on Linux to draw text, and whether they are there. */
public final class FontLibraries {
    /** What to install where something is missing. */
    public static final String REMEDY =
            "apt-get install libpangoft2-1.0-0 libfreetype6 libfontconfig1 fonts-dejavu-core";

    private static final List<String> LIBRARIES =
            List.of("libpangoft2-1.0.so.0", "libfreetype.so.6", "libfontconfig.so.1");

    private FontLibraries() {}

    /** Whether text can be drawn; always true where the system itself brings what is needed. */
    public static boolean present() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux
                || (LIBRARIES.stream().allMatch(FontLibraries::loads)
                        && Files.isDirectory(Path.of("/usr/share/fonts")));
    }

    @SuppressWarnings("restricted") // looks a library up and calls nothing in it
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
