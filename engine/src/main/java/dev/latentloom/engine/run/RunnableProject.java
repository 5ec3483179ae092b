package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.LinkStore;
import dev.latentloom.engine.project.DataNote;
import dev.latentloom.engine.project.DataNotes;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.question.QuestionReader;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.Split;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a run needs to know of a project.
 *
 * @param folder where its models and links are
 * @param own folder for what runs write: the same, or another one for projects that are only read
 * @param graph the team, with the project's rounds and steps
 * @param defaults what it says where settings say nothing
 * @param task the miniature task it is about; null for other projects
 * @param datasets its data files, sorted
 */
public record RunnableProject(
        Path folder,
        Path own,
        AgentGraph graph,
        RunDefaults defaults,
        @Nullable MiniatureTask task,
        List<Path> datasets) {
    private static final int NEIGHBOURS = 8;

    public RunnableProject {
        datasets = List.copyOf(datasets);
    }

    /** Folder that gets a folder for each run. */
    public Path runs() {
        return own.resolve("runs");
    }

    /**
     * The folder of a run.
     *
     * @param idOrFolder its id in this project, or its folder
     */
    public Path run(String idOrFolder) {
        Path inside = runs().resolve(idOrFolder);
        return Files.isDirectory(inside) ? inside : Path.of(idOrFolder);
    }

    /** Whether it is only read: what its runs and trainings write goes elsewhere. */
    public boolean readOnly() {
        return !own.equals(folder);
    }

    /** Loads a link set with weights, each link onto the device that is said for it. */
    public LinkSet links(String name, Function<LinkKey, DeviceChoice> devices, Scope owner)
            throws WorkbenchException {
        return store(folder, own, name).load(name, devices, owner);
    }

    /** Folder of a link set with weights. */
    Path linkFolder(String name) throws WorkbenchException {
        return store(folder, own, name).folder(name).path();
    }

    /** Where a link set is: trainings' own ones come before those of the project's folder. */
    static LinkStore store(Path folder, Path own, String set) throws WorkbenchException {
        LinkStore trained = new LinkStore(own);
        return trained.has(set) ? trained : new LinkStore(folder);
    }

    /** How answers are found and checked. */
    public AnswerCheck check() {
        return task == null ? AnswerCheck.STANDARD : AnswerCheck.of(task);
    }

    /**
     * The questions of a data file, or those of the test split of its own task, or those of its
     * first data set.
     *
     * @param data null where none was given
     * @param fields which field of the file is what, by role; empty for what the project remembers
     *     of that file, and where it remembers nothing, what the names suggest
     */
    public List<Question> questions(@Nullable Path data, Map<String, String> fields)
            throws WorkbenchException {
        if (data == null && task != null) {
            return task.questions(Split.TEST, Integer.MAX_VALUE, 0);
        }
        if (data == null && datasets.isEmpty()) {
            throw new WorkbenchException("run.noData", folder.toString());
        }
        Path file = data == null ? datasets.getFirst() : data;
        return new QuestionReader(file).read(fields(file, fields)).questions();
    }

    /** The fields that are given; where none are, those that the project remembers of a file. */
    public Map<String, String> fields(Path file, Map<String, String> given)
            throws WorkbenchException {
        return given.isEmpty()
                ? new DataNotes(folder, own).of(file).map(DataNote::fields).orElse(given)
                : given;
    }

    /** A question by its text, with the answer where its own task has one. */
    Question asked(String text) {
        MiniatureTask known = task;
        if (known != null) {
            for (Split split : Split.values()) {
                for (Question question : known.questions(split, Integer.MAX_VALUE, 0)) {
                    if (question.text().equals(text.strip())) {
                        return question;
                    }
                }
            }
        }
        return Question.of(text, "", Map.of());
    }

    /** Other questions of the same kind; empty where the project has none. */
    List<Question> neighbours(Question asked) throws WorkbenchException {
        if (task == null && datasets.isEmpty()) {
            return List.of();
        }
        return questions(null, Map.of()).stream()
                .filter(question -> !question.id().equals(asked.id()))
                .limit(NEIGHBOURS)
                .toList();
    }
}
