package dev.latentloom.app;

import dev.latentloom.app.cli.Main;

import javafx.application.Application;

import java.util.Locale;

/**
 * Entry point; not an Application itself, so that JavaFX may stand on the module path. Without
 * arguments the window opens, or the terminal takes over where there is no display.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        if (wantsWindow(args) && hasDisplay()) {
            Application.launch(WorkbenchApp.class, args);
        } else {
            System.exit(Main.run(args));
        }
    }

    private static boolean wantsWindow(String... args) {
        return args.length == 0 || (args.length == 2 && args[0].equals("--home"));
    }

    /** On Linux a window needs X11 or Wayland, unless JavaFX draws into memory. */
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || "Headless".equals(System.getProperty("glass.platform"));
    }
}
