package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kept runs of a project. What is thrown away moves to a {@code .trash} beside the runs, where
 * each process has a folder of its own, and can be brought back until {@link #empty()}.
 *
 * @param homes folders that runs are written to, each below its {@code runs}
 */
public record RunArchive(List<Path> homes) {
    public RunArchive {
        homes = List.copyOf(homes);
    }

    /**
     * A run that was thrown away.
     *
     * @param run where it lay
     * @param trashed where it lies now
     */
    public record Trashed(Path run, Path trashed) {}

    /** The folder of every run, in no order; also one that is no run or a broken one. */
    List<Path> folders() throws WorkbenchException {
        List<Path> all = new ArrayList<>();
        for (Path home : homes) {
            Path runs = home.resolve("runs");
            if (Files.isDirectory(runs)) {
                try (Stream<Path> folders = Files.list(runs)) {
                    folders.filter(Files::isDirectory)
                            .filter(folder -> !name(folder).startsWith("."))
                            .forEach(all::add);
                } catch (IOException | UncheckedIOException e) { // the latter while it is listed
                    throw new WorkbenchException(
                            e,
                            "project.unreadable",
                            runs.toString(),
                            String.valueOf(e.getMessage()));
                }
            }
        }
        return all;
    }

    /** Throws a run away, for now. */
    public Trashed throwAway(Path run) throws WorkbenchException {
        Path home = homes.stream().filter(run::startsWith).findFirst().orElseThrow();
        Path place = trash(home).resolve(own()).resolve(name(run));
        move(run, place);
        return new Trashed(run, place);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    /** Brings a run back to where it lay. */
    public void bringBack(Trashed thrown) throws WorkbenchException {
        move(thrown.trashed(), thrown.run());
    }

    private static void move(Path from, Path to) throws WorkbenchException {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
        } catch (IOException e) {
            throw new WorkbenchException(
                    e,
                    "project.runNotMoved",
                    from.toString(),
                    to.toString(),
                    e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /**
     * Removes for good what this process threw away, and what was left by processes that no longer
     * run.
     */
    public void empty() throws WorkbenchException {
        for (Path home : homes) {
            Path trash = trash(home);
            if (!Files.isDirectory(trash)) {
                continue;
            }
            try {
                for (Path folder : children(trash)) {
                    if (abandoned(name(folder))) {
                        remove(folder);
                    }
                }
                if (children(trash).isEmpty()) {
                    Files.delete(trash);
                }
            } catch (IOException e) {
                throw new WorkbenchException(
                        e, "project.unwritable", trash.toString(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList(); // what is inside comes first
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private static Path trash(Path home) {
        return home.resolve(".trash");
    }

    private static String own() {
        ProcessMark mark = ProcessMark.ofThis();
        return mark.pid() + "-" + mark.started();
    }

    private static boolean abandoned(String name) {
        if (name.equals(own())) {
            return true;
        }
        String[] mark = name.split("-", -1);
        return mark.length == 2
                && name.matches("\\d{1,18}-\\d{1,18}")
                && !new ProcessMark(Long.parseLong(mark[0]), Long.parseLong(mark[1])).alive();
    }
}
