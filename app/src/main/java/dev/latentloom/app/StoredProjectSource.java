package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.question.Answers;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.Split;
import dev.latentloom.views.run.Example;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Projects of the disk; their questions come from their own task or their first data file. */
final class StoredProjectSource implements ProjectSource {
    private static final int EXAMPLES = 8;
    private static final int DRAWN = 64;

    private final StoredProjects projects;
    private final LocalModels models;
    private final Map<Path, RunnableProject> open = new ConcurrentHashMap<>();

    StoredProjectSource(StoredProjects projects, LocalModels models) {
        this.projects = projects;
        this.models = models;
    }

    @Override
    public RunProject open(Path folder) throws WorkbenchException {
        RunnableProject project = projects.open(folder, null);
        open.put(folder, project);
        return new RunProject(
                folder,
                new ProjectStore(folder).load().name(),
                project.graph(),
                widths(project),
                project.defaults().available(),
                project.defaults().links(),
                examples(project));
    }

    private static List<Example> examples(RunnableProject project) {
        try {
            return questions(project, EXAMPLES, 0).stream()
                    .limit(EXAMPLES)
                    .map(StoredProjectSource::example)
                    .toList();
        } catch (WorkbenchException e) {
            return List.of(); // the data set's own pane says what is wrong with the file
        }
    }

    private Map<String, Integer> widths(RunnableProject project) {
        Map<String, Integer> widths = new HashMap<>();
        for (Agent agent : project.graph().agents()) {
            Integer width = width(agent.model(), project.folder());
            if (width != null) {
                widths.put(agent.id(), width);
            }
        }
        return widths;
    }

    private @Nullable Integer width(@Nullable String model, Path folder) {
        if (model == null) {
            return null;
        }
        try {
            return LmConfig.read(models.resolve(model, folder)).hidden();
        } catch (WorkbenchException e) {
            return null; // Build says what is wrong with the model, and a run refuses it
        }
    }

    @Override
    public Optional<Example> random(RunProject project, long seed) throws WorkbenchException {
        RunnableProject known = project(project);
        List<Question> drawn = questions(known, DRAWN, seed);
        return drawn.isEmpty()
                ? Optional.empty()
                : Optional.of(example(drawn.get(Math.floorMod(seed, drawn.size()))));
    }

    @Override
    public boolean right(RunProject project, String expected, String answer) {
        RunnableProject known = open.get(project.folder());
        if (known != null && known.task() != null) {
            return expected.strip().equals(answer.strip());
        }
        return Answers.accepts(Question.of("", expected, Map.of()), answer);
    }

    private RunnableProject project(RunProject project) throws WorkbenchException {
        RunnableProject known = open.get(project.folder());
        return known == null ? projects.open(project.folder(), null) : known;
    }

    private static List<Question> questions(RunnableProject project, int count, long seed)
            throws WorkbenchException {
        MiniatureTask task = project.task();
        if (task != null) {
            return task.questions(Split.TEST, count, seed);
        }
        if (project.datasets().isEmpty()) {
            return List.of();
        }
        return project.questions(null, Map.of());
    }

    private static Example example(Question question) {
        String answer = question.answer();
        return new Example(question.text(), answer.isEmpty() ? null : answer);
    }
}
