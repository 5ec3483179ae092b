package dev.latentloom.engine.benchmark;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measuring and printing. */
final class Figures {
    private Figures() {}

    /** Work that is timed. */
    interface Work {
        void run() throws WorkbenchException;
    }

    static double seconds(Work work) throws WorkbenchException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) * 1e-9;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Memory this process holds now, in bytes. */
    static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("no VmRSS");
    }

    static void print(String figures) {
        System.out.println("BENCHMARK " + figures);
    }
}
