package dev.latentloom.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.views.job.Stall;
import dev.latentloom.views.job.StallWatch;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Puts a test under the watch: code of ours may nowhere keep the FX thread waiting for 50 ms. What
 * it computes is only written to {@code target/stalls.txt}: a test does everything for the first
 * time in its process, and loading and compiling the code takes most of it.
 */
public final class NoStalls implements BeforeEachCallback, AfterEachCallback {
    private static final Duration BOUND = Duration.ofMillis(50);
    private static final Duration TICK = Duration.ofMillis(10);
    private static final ExtensionContext.Namespace OWN =
            ExtensionContext.Namespace.create(NoStalls.class);

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        OnFx.start();
        List<Stall> heard = new CopyOnWriteArrayList<>();
        test.getStore(OWN).put("heard", heard);
        test.getStore(OWN).put("watch", StallWatch.start(BOUND, TICK, heard::add));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void afterEach(ExtensionContext test) throws IOException {
        ExtensionContext.Store store = test.getStore(OWN);
        Objects.requireNonNull(store.get("watch", StallWatch.class)).close();
        List<Stall> heard = Objects.requireNonNull(store.get("heard", List.class));
        List<String> waits = new ArrayList<>();
        for (Stall stall : heard) {
            String line =
                    "%d ms, waiting %d ms, %s: %s"
                            .formatted(
                                    stall.millis(),
                                    stall.waitingMillis(),
                                    test.getDisplayName(),
                                    stall.where());
            report(line);
            if (stall.waitingMillis() >= BOUND.toMillis()) {
                waits.add(line);
            }
        }
        assertEquals(List.of(), waits, "our code kept the FX thread waiting");
    }

    private static void report(String line) throws IOException {
        Path file = Files.createDirectories(Path.of("target")).resolve("stalls.txt");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
