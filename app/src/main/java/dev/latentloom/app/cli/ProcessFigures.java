package dev.latentloom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory in bytes as Linux tells it; -1 on other systems. */
final class ProcessFigures {
    private ProcessFigures() {}

    /** The most that this process has had resident. */
    static long peak() {
        return kilobytes(Path.of("/proc/self/status"), "VmHWM:");
    }

    /** What this machine can still give without swapping. */
    static long available() {
        return kilobytes(Path.of("/proc/meminfo"), "MemAvailable:");
    }

    private static long kilobytes(Path file, String name) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException e) {
            return -1; // no such file here
        }
        return -1;
    }
}
