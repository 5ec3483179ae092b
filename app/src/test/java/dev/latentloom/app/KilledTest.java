package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.Recovered;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.StoredDraft;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Kills the workbench at random moments of editing and saving and opens what is left; {@code
 * -Dkills=200} kills as often.
 */
@Tag("slow")
@RequiresFonts
class KilledTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long MOST_LOST_MILLIS = 5000;
    private static final int MOST_EDITS = 60;
    private static final int LONGEST_PAUSE_MILLIS = 400;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    @TempDir Path home;
    private final SplittableRandom random = new SplittableRandom(20260101);
    private final Set<String> drawn = new HashSet<>();
    private final List<Long> lost = new ArrayList<>();

    @Test
    void killedAtAnyMomentItLosesFiveSecondsAtMostAndNoProject() throws Exception {
        Path folder = home.resolve("Projekt ä");
        ProjectStore store = new ProjectStore(folder);
        store.saveGraph(RelayProjects.graph());
        store.save(Project.of("Relay", "relay"));
        String expected = "";
        int recovered = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path states = home.resolve("states-" + kill);
            long killed = live(folder, states, kill);
            List<StateLog.Entry> entries = StateLog.read(states);
            if (kill > 0) {
                assertEquals(
                        expected, entries.getFirst().state(), "opened again, before kill " + kill);
            }
            entries.forEach(entry -> drawn.add(entry.state()));
            Recovered left = left(store, kill);
            recovered += left == null ? 0 : 1;
            expected =
                    left == null
                            ? DrawnState.of(saved(store))
                            : DrawnState.of(left.graph(), left.layout());
            assertTrue(drawn.contains(expected), "never drawn, after kill " + kill);
            lost.add(lost(entries, expected, killed, kill));
            tell(recovered);
        }
        lost.sort(null);
        assertTrue(lost.getLast() <= MOST_LOST_MILLIS, "lost " + lost + " ms");
    }

    /** What holds of the kills so far. */
    private void tell(int recovered) throws IOException {
        List<Long> sorted = lost.stream().sorted().toList();
        String told =
                "%d kills, %d states drawn, 0 corrupted projects, %d with recovered work; lost at most %d ms, median %d ms%n"
                        .formatted(
                                sorted.size(),
                                drawn.size(),
                                recovered,
                                sorted.getLast(),
                                sorted.get(sorted.size() / 2));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "kills.txt"), told);
    }

    /** Lets the workbench edit for a while, then kills it; the moment when it was killed. */
    private long live(Path folder, Path states, int seed) throws Exception {
        Process process =
                new ProcessBuilder(command(folder, states, seed))
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output-" + seed).toFile())
                        .start();
        long end = System.nanoTime() + PATIENCE;
        int edits = random.nextInt(1, MOST_EDITS);
        while (StateLog.read(states).size() < edits) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new TimeoutException(Files.readString(home.resolve("output-" + seed)));
            }
            Thread.sleep(20);
        }
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        long killed = System.currentTimeMillis();
        process.destroyForcibly().waitFor();
        return killed;
    }

    private List<String> command(Path folder, Path states, int seed) {
        String separator = File.separator;
        return List.of(
                System.getProperty("java.home") + separator + "bin" + separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dlatentloom.samples=" + home.resolve("samples"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EditingApp.class.getName(),
                home.toString(),
                folder.toString(),
                states.toString(),
                Integer.toString(seed));
    }

    /** What the project's files say. */
    private static Draft saved(ProjectStore store) throws Exception {
        Project project = store.load();
        return StoredDraft.draft(
                store.drawn(project.graph()), project, store.layout(project.graph()).orElse(null));
    }

    /** What the next start offers: unsaved work, or else what the files say; both must be whole. */
    private @Nullable Recovered left(ProjectStore store, int kill) throws Exception {
        saved(store);
        Path journal = Places.of(home).state().resolve("recovery");
        List<Recovered> left = new RecoveryJournal(journal).left();
        assertEquals(files(journal), left.size(), "unreadable journal after kill " + kill);
        return left.isEmpty() ? null : left.getFirst();
    }

    private static int files(Path journal) throws IOException {
        if (!Files.isDirectory(journal)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(journal)) {
            return (int) all.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private static long lost(List<StateLog.Entry> entries, String kept, long killed, int kill) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).state().equals(kept)) {
                return i + 1 < entries.size() ? killed - entries.get(i + 1).at() : 0;
            }
        }
        throw new AssertionError("everything lost at kill " + kill);
    }
}
