package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the models of this machine: in folders and in the HuggingFace cache, where they lie.
 *
 * @param cache the HuggingFace cache to look into
 */
public record LocalModels(HubCache cache) {
    private static final int MAX_DEPTH = 4;

    /** A search in a home folder by mistake ends after this many folders. */
    private static final int MAX_FOLDERS = 20_000;

    /** Models of the user that runs the program. */
    public static LocalModels ofThisMachine() {
        return new LocalModels(
                HubCache.of(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /** All models of the HuggingFace cache, by name; broken and unknown ones say why. */
    public List<ModelSummary> inCache() {
        return cache.entries().stream()
                .map(entry -> ModelProbe.folder(entry.snapshot(), entry.name()))
                .toList();
    }

    /**
     * All models in these folders and up to four levels below, by path; broken ones say why.
     * Folders whose names begin with a dot are passed over, folders that cannot be read too.
     */
    public List<ModelSummary> in(List<Path> folders) {
        List<ModelSummary> found = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            search(folder.toAbsolutePath().normalize(), MAX_DEPTH, seen, found);
        }
        found.sort(Comparator.comparing(ModelSummary::path));
        return found;
    }

    private static void search(Path folder, int depth, Set<Path> seen, List<ModelSummary> found) {
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            if (seen.size() == MAX_FOLDERS || !seen.add(folder.toRealPath())) { // links may circle
                return;
            }
            children = listed.sorted().toList();
        } catch (IOException e) {
            return;
        }
        children.stream()
                .filter(child -> ModelProbe.isGguf(child) && Files.isRegularFile(child))
                .forEach(file -> found.add(ModelProbe.gguf(file)));
        if (ModelProbe.looksLikeModel(folder)) {
            found.add(ModelProbe.folder(folder, String.valueOf(folder.getFileName())));
        } else if (depth > 0) {
            children.stream()
                    .filter(child -> Files.isDirectory(child) && !hidden(child))
                    .forEach(child -> search(child, depth - 1, seen, found));
        }
    }

    private static boolean hidden(Path folder) {
        return String.valueOf(folder.getFileName()).startsWith(".");
    }

    /**
     * The folder of a model that a graph or a command names.
     *
     * @param nameOrPath a folder, absolute or below the project's, or a name of the HuggingFace
     *     cache
     * @param projectFolder what relative paths begin at
     * @throws WorkbenchException where there is no such model, or it is a GGUF file
     */
    public Path resolve(String nameOrPath, Path projectFolder) throws WorkbenchException {
        try {
            Path path = projectFolder.resolve(nameOrPath).toAbsolutePath().normalize();
            if (!nameOrPath.isBlank() && Files.isDirectory(path)) {
                return path;
            }
            if (ModelProbe.isGguf(path) && Files.exists(path)) {
                throw ModelProbe.ggufReason(path);
            }
        } catch (InvalidPathException e) {
            // no path of this system; it may still be a name
        }
        Optional<Path> cached = cache.snapshot(nameOrPath);
        if (cached.isEmpty()) {
            throw new WorkbenchException(
                    "checkpoint.modelNotFound",
                    nameOrPath,
                    projectFolder.toAbsolutePath().toString(),
                    cache.folder().toString());
        }
        return cached.get();
    }
}
