package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies a project's folder: all that belongs to it, without its runs and its hidden files. */
public final class ProjectCopy {
    private static final String LAST = "project.json"; // makes the folder a project

    private ProjectCopy() {}

    /** Copies what {@code from} holds into {@code to}; files of the same name are replaced. */
    public static void copy(Path from, Path to) throws WorkbenchException {
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> files =
                    all.filter(Files::isRegularFile)
                            .map(from::relativize)
                            .filter(ProjectCopy::belongs)
                            .toList();
            for (Path file : files) {
                if (!file.equals(Path.of(LAST))) {
                    copy(from, to, file);
                }
            }
            copy(from, to, Path.of(LAST));
        } catch (IOException e) {
            throw new WorkbenchException(
                    e,
                    "project.notCopied",
                    from.toString(),
                    to.toString(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static boolean belongs(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return !file.startsWith("runs") && !file.toString().endsWith(AtomicFile.PREVIOUS);
    }

    private static void copy(Path from, Path to, Path file) throws IOException {
        Path target = to.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
    }
}
