package dev.latentloom.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Half-written files of processes that were killed. Each carries its process in its name, so what
 * another process writes at this moment stays.
 */
final class Leftovers {
    private static final String ENDING = ".tmp";
    private static final Pattern NAME = Pattern.compile("\\..*\\.(\\d+)-(\\d+)-\\d+\\.tmp");
    private static final Logger LOGGER = Logger.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    /** A fresh file of this process that is to take the place of another in its folder. */
    static Path fresh(Path folder, Path file) throws IOException {
        ProcessMark writer = ProcessMark.ofThis();
        String start = "." + file.getFileName() + "." + writer.pid() + "-" + writer.started() + "-";
        return Files.createTempFile(folder, start, ENDING);
    }

    /** Removes what processes left in a folder that no longer run; a missing folder holds none. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> left = entries.filter(Leftovers::abandoned).toList();
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "not swept: " + folder, e); // they hurt nobody
        }
    }

    private static boolean abandoned(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                && !new ProcessMark(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))
                        .alive();
    }
}
