package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkStore;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunArchive;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.MiniatureTasks;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Projects in their folders. Bundled samples and folders that may not be written are only read:
 * what their runs write goes to a folder of the same name below the data folder.
 *
 * @param samples folder of the bundled samples
 * @param data folder for what their runs write
 */
public record StoredProjects(Path samples, Path data) implements ProjectOpener {
    @Override
    public RunnableProject open(Path folder, @Nullable String graph) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        Project project = store.load();
        Path own = own(folder);
        ProjectContents contents = contents(folder);
        return new RunnableProject(
                folder,
                own,
                store.effectiveGraph(graph),
                new RunDefaults(
                        project.links(),
                        contents.links(),
                        set -> RunnableProject.store(folder, own, set).folder(set).handover()),
                task(project),
                contents.datasets());
    }

    /** Looks into a project's folders; reads no file. */
    public ProjectContents contents(Path folder) throws WorkbenchException {
        Set<String> sets = new TreeSet<>(new LinkStore(folder).names());
        sets.addAll(new LinkStore(own(folder)).names());
        sets.addAll(TeamLinks.TRAINING_FREE);
        return new ProjectContents(List.copyOf(sets), datasets(folder));
    }

    private static @Nullable MiniatureTask task(Project project) throws WorkbenchException {
        String name = project.task();
        if (name == null) {
            return null;
        }
        return MiniatureTasks.named(name)
                .orElseThrow(() -> new WorkbenchException("run.unknownTask", name, known()));
    }

    private static String known() {
        return String.join(", ", MiniatureTasks.all().stream().map(MiniatureTask::name).toList());
    }

    /**
     * Where a project's runs are written: the same folder, or another one where it is only read.
     */
    public Path own(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        boolean bundled = absolute.startsWith(samples.toAbsolutePath().normalize());
        return bundled || !Files.isWritable(absolute)
                ? data.resolve("projects").resolve(String.valueOf(absolute.getFileName()))
                : folder;
    }

    /** The kept runs of a project: where they are written, and those that came with it. */
    public RunArchive runs(Path folder) {
        return new RunArchive(Stream.of(own(folder), folder).distinct().toList());
    }

    private static List<Path> datasets(Path folder) throws WorkbenchException {
        Path datasets = folder.resolve("datasets");
        if (!Files.isDirectory(datasets)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(datasets)) {
            return files.filter(file -> file.toString().matches(".*\\.(jsonl|json|csv|tsv)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "data.unreadable", datasets.toString(), String.valueOf(e.getMessage()));
        }
    }
}
