package dev.latentloom.app;

import dev.latentloom.app.cli.Main;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.FontLibraries;

import javafx.application.Application;

import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Logger;

/**
 * Entry point; not an Application itself, so that JavaFX may stand on the module path. Without
 * arguments the window opens, or the terminal takes over where there is no display.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        if (wantsWindow(args) && hasDisplay() && FontLibraries.present()) {
            scale(Places.of(args.length == 2 ? Path.of(args[1]) : null));
            Application.launch(WorkbenchApp.class, args);
        } else {
            if (wantsWindow(args) && hasDisplay()) {
                System.err.println(Messages.text("cli.noFonts", FontLibraries.REMEDY));
            }
            System.exit(Main.run(args));
        }
    }

    /** The size of everything must be known before the toolkit starts. */
    private static void scale(Places places) {
        try {
            double size = new Preferences(places).load().uiScale();
            if (size != 1) {
                System.setProperty("glass.gtk.uiScale", Double.toString(size));
                System.setProperty("glass.win.uiScale", Double.toString(size));
            }
        } catch (WorkbenchException e) {
            Logger.getLogger(Launcher.class.getName())
                    .warning(Messages.text(e.key(), e.arguments())); // the window says it again
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
