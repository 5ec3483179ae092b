package dev.latentloom.app;

import com.sun.management.OperatingSystemMXBean;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.home.DoctorLine;
import dev.latentloom.views.home.DoctorReport;
import dev.latentloom.views.text.Figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at this machine: processor, memory, model cache and folders; loads nothing. */
final class Doctor {
    private static final long ENOUGH = 4L << 30; // a model of a billion parameters in float32

    private final List<String> folders;
    private final Path samples;
    private final Path cache;

    /**
     * @param folders folders with models that the settings name
     * @param samples where the bundled samples are expected
     */
    Doctor(List<String> folders, Path samples) {
        this.folders = folders;
        this.samples = samples;
        this.cache = hubCache(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    DoctorReport examine() {
        return new DoctorReport(List.of(processor(), memory(), hub(), models(), bundled()));
    }

    private static DoctorLine processor() {
        return line(
                true,
                "home.doctor.device",
                Messages.text("home.doctor.device.cpu", Runtime.getRuntime().availableProcessors()),
                "");
    }

    private static DoctorLine memory() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long free = system.getFreeMemorySize();
        return line(
                free >= ENOUGH,
                "home.doctor.memory",
                Messages.text(
                        "home.doctor.memory.free",
                        Figures.bytes(free),
                        Figures.bytes(system.getTotalMemorySize())),
                Messages.text("home.doctor.memory.low"));
    }

    private DoctorLine hub() {
        boolean found = Files.isDirectory(cache);
        return line(
                found,
                "home.doctor.cache",
                found ? cache.toString() : Messages.text("home.doctor.cache.none", cache),
                "");
    }

    private DoctorLine models() {
        long found = countModels();
        return line(
                found > 0,
                "home.doctor.models",
                Messages.text("home.doctor.models.found", found),
                Messages.text("home.doctor.models.none"));
    }

    private DoctorLine bundled() {
        boolean found = Files.isDirectory(samples);
        return line(
                found,
                "home.doctor.samples",
                samples.toString(),
                Messages.text("home.doctor.samples.none"));
    }

    private long countModels() {
        long found = subfolders(cache).filter(name -> name.startsWith("models--")).count();
        for (String folder : folders) {
            Path place = Path.of(folder);
            found +=
                    subfolders(place)
                            .filter(name -> Files.exists(place.resolve(name, "config.json")))
                            .count();
        }
        return found;
    }

    private static Stream<String> subfolders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> String.valueOf(child.getFileName())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The hub's own rule: {@code HF_HUB_CACHE}, else {@code HF_HOME/hub}, else the user's cache.
     */
    static Path hubCache(Map<String, String> environment, Path user) {
        String hub = environment.getOrDefault("HF_HUB_CACHE", "");
        if (!hub.isEmpty()) {
            return Path.of(hub);
        }
        String home = environment.getOrDefault("HF_HOME", "");
        return home.isEmpty()
                ? user.resolve(".cache/huggingface/hub")
                : Path.of(home).resolve("hub");
    }

    private static DoctorLine line(boolean good, String title, String finding, String remedy) {
        return new DoctorLine(
                good, Messages.text(title), finding, good || remedy.isEmpty() ? null : remedy);
    }
}
