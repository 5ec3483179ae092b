package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.task.MiniatureTask;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The questions a project's links learn from and are judged by. A file is split by a hash of each
 * question's text, so that the same text is never on both sides, whatever its order.
 */
record ProjectData(RunnableProject project) {
    /** Fewer say too little: 400 resolve an accuracy to about five points. */
    private static final int VALIDATION = 400;

    private static final int PART = 5; // of a large file, one in five judges

    /**
     * Reads them and says how many there are.
     *
     * @param file null for the project's own task or, where it has none, its first data set
     * @param fields which field of the file is what; empty for what the project remembers of it
     * @throws WorkbenchException where there are too few, or no answers to judge by
     */
    TrainingData read(@Nullable Path file, Map<String, String> fields, JobMonitor monitor)
            throws WorkbenchException {
        MiniatureTask task = project.task();
        if (file == null && task != null) {
            TrainingData data = TrainingData.of(task, VALIDATION);
            tell(monitor, "train.dataOfTask", task.name(), data.validation().size());
            return data;
        }
        if (file == null && project.datasets().isEmpty()) {
            throw new WorkbenchException("run.noData", project.folder().toString());
        }
        Path from = file == null ? project.datasets().getFirst() : file;
        return split(from, project.questions(from, fields), monitor);
    }

    private TrainingData split(Path file, List<Question> all, JobMonitor monitor)
            throws WorkbenchException {
        List<Question> sorted =
                all.stream().sorted(Comparator.comparing(ProjectData::hash)).toList();
        int most = all.size() / 2;
        int cut = Math.max(all.size() / PART, Math.min(VALIDATION, most));
        while (cut > 0 && cut < sorted.size() && sameText(sorted, cut)) {
            cut++;
        }
        if (cut == 0 || cut == sorted.size()) {
            throw new WorkbenchException("train.tooFewQuestions", file.toString(), all.size());
        }
        List<Question> judged = sorted.subList(0, cut);
        if (judged.stream().allMatch(question -> question.answer().isBlank())) {
            throw new WorkbenchException("train.noAnswers", file.toString());
        }
        tell(monitor, "train.dataOfFile", file.toString(), sorted.size() - cut, cut);
        if (cut < VALIDATION) {
            monitor.event(new RunEvent.Warning("train.fewValidation", List.of(cut, VALIDATION)));
        }
        return TrainingData.of(
                String.valueOf(file.getFileName()),
                sorted.subList(cut, sorted.size()),
                judged,
                project.check());
    }

    private static boolean sameText(List<Question> sorted, int at) {
        return sorted.get(at).text().equals(sorted.get(at - 1).text());
    }

    private static String hash(Question question) {
        return HexFormat.of().formatHex(Question.hash("validation " + question.text()));
    }

    private static void tell(JobMonitor monitor, String key, Object... arguments) {
        monitor.event(new RunEvent.Stage(key, List.of(arguments)));
    }
}
