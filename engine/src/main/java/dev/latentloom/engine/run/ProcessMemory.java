package dev.latentloom.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process and this machine, where the system tells it. */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** The most this process has held at once, in bytes; -1 where the system does not say. */
    public static long peak() {
        return kilobytes(Path.of("/proc/self/status"), "VmHWM:");
    }

    /** What this process holds in memory now, in bytes; -1 where the system does not say. */
    public static long resident() {
        return kilobytes(Path.of("/proc/self/status"), "VmRSS:");
    }

    /** What can still be taken without swapping, in bytes; -1 where the system does not say. */
    public static long available() {
        return kilobytes(Path.of("/proc/meminfo"), "MemAvailable:");
    }

    private static long kilobytes(Path file, String name) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return -1; // not Linux
        }
        return -1;
    }
}
