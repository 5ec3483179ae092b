package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.views.job.Stall;
import dev.latentloom.views.job.StallWatch;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Every window test runs under the watch: code of ours may nowhere keep the FX thread waiting for
 * 50 ms. Processor time is only written to {@code target/stalls.txt}: what a test does is done for
 * the first time in its process, and loading and compiling the code takes most of it. {@link
 * HeldBenchmark} measures it.
 */
final class NoStalls implements BeforeEachCallback, AfterEachCallback {
    static final Duration BOUND = Duration.ofMillis(50);
    static final Duration TICK = Duration.ofMillis(10);
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
    public void afterEach(ExtensionContext test) {
        ExtensionContext.Store store = test.getStore(OWN);
        Objects.requireNonNull(store.get("watch", StallWatch.class)).close();
        List<Stall> heard = Objects.requireNonNull(store.get("heard", List.class));
        List<String> waits = new ArrayList<>();
        for (Stall stall : heard) {
            String aside = Aside.at(middle(stall));
            String line =
                    "%d ms, waiting %d ms, %s %s: %s"
                            .formatted(
                                    stall.millis(),
                                    stall.waitingMillis(),
                                    test.getDisplayName(),
                                    aside,
                                    stall.where());
            report(line);
            if (aside.isEmpty() && stall.waitingMillis() >= BOUND.toMillis()) {
                waits.add(line);
            }
        }
        assertEquals(List.of(), waits, "our code kept the FX thread waiting");
    }

    /** The watch's last sign of life may be from before an act that kept the thread. */
    private static long middle(Stall stall) {
        return stall.begun() + TimeUnit.MILLISECONDS.toNanos(stall.millis()) / 2;
    }

    static void report(String line) {
        try {
            Path file = Files.createDirectories(Path.of("target")).resolve("stalls.txt");
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
