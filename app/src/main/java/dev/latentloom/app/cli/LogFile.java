package dev.latentloom.app.cli;

import dev.latentloom.app.Places;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends all that libraries log to a file: nothing of it belongs on a terminal. */
final class LogFile {
    private static final int LIMIT = 1 << 20; // bytes
    private static final String OURS = "dev.latentloom";

    private LogFile() {}

    static Path of(Places places) {
        return places.state().resolve("latentloom.log");
    }

    /**
     * Sends it there from now on.
     *
     * @param debug whether failures are logged with their traces
     * @throws IOException where the file cannot be written; the terminal stays clean all the same
     */
    static void open(Places places, boolean debug) throws IOException {
        Logger all = Logger.getLogger("");
        for (Handler handler : all.getHandlers()) {
            all.removeHandler(handler);
            handler.close();
        }
        all.setLevel(Level.WARNING);
        Logger.getLogger(OURS).setLevel(debug ? Level.FINE : Level.WARNING);
        Files.createDirectories(places.state());
        FileHandler file = new FileHandler(of(places).toString(), LIMIT, 1, true);
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.FINE);
        all.addHandler(file);
    }
}
