package dev.latentloom.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cache of HuggingFace's hub, read in place and never changed: {@code
 * models--org--name/snapshots/<commit>}, whose files may be links into {@code blobs}.
 *
 * @param folder the hub folder; need not exist
 */
public record HubCache(Path folder) {
    private static final String PREFIX = "models--";

    /** Where the environment puts it, as the library huggingface_hub decides it. */
    public static HubCache of(Map<String, String> environment, Path home) {
        String direct =
                environment.getOrDefault(
                        "HF_HUB_CACHE", environment.getOrDefault("HUGGINGFACE_HUB_CACHE", ""));
        if (!direct.isBlank()) {
            return new HubCache(expand(direct, home));
        }
        String base = environment.getOrDefault("HF_HOME", "");
        if (!base.isBlank()) {
            return new HubCache(expand(base, home).resolve("hub"));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = cache.isBlank() ? home.resolve(".cache") : expand(cache, home);
        return new HubCache(caches.resolve("huggingface").resolve("hub"));
    }

    private static Path expand(String path, Path home) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
    }

    /** One model of the cache and the snapshot to use. */
    record Entry(String name, Path snapshot) {}

    /** All models with a snapshot, by name. */
    List<Entry> entries() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()).replace("--", "/"))
                    .sorted()
                    .flatMap(name -> snapshot(name).map(path -> new Entry(name, path)).stream())
                    .toList();
        } catch (IOException e) {
            return List.of(); // no cache on this machine
        }
    }

    /**
     * The snapshot that {@code main} points to, else the latest one, of a model {@code org/name}.
     */
    Optional<Path> snapshot(String name) {
        if (!name.matches("[\\w.-]+(/[\\w.-]+)?")) {
            return Optional.empty();
        }
        Path model = folder.resolve(PREFIX + name.replace("/", "--"));
        Path snapshots = model.resolve("snapshots");
        try {
            Path main = model.resolve("refs").resolve("main");
            if (Files.isRegularFile(main)) {
                String commit = Files.readString(main).strip();
                Path snapshot = snapshots.resolve(commit);
                if (commit.matches("\\w+") && Files.isDirectory(snapshot)) {
                    return Optional.of(snapshot);
                }
            }
            try (Stream<Path> all = Files.list(snapshots)) {
                return all.filter(Files::isDirectory).max(Comparator.comparing(HubCache::modified));
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // nothing was downloaded completely
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
