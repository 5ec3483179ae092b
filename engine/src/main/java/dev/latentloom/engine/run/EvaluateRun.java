package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;

import java.util.List;
import java.util.Map;

/** Answers questions of a project and says how many were right. */
final class EvaluateRun {
    private final JobContext context;
    private final RunnableProject project;
    private final Kept kept = new Kept();

    EvaluateRun(RunnableProject project, JobContext context) {
        this.project = project;
        this.context = context;
    }

    /**
     * Answers questions.
     *
     * @param borrowed others of the same kind
     */
    void run(RunSettings settings, List<Question> questions, List<Question> borrowed)
            throws WorkbenchException {
        RunChoices choices = project.defaults().choices(settings, project.graph());
        context.notes().note("choices", choices);
        context.notes().note("sampling", choices.speaking().settled(project.graph()));
        boolean latent = choices.mode() == RunMode.LATENT;
        try (TeamSession session = TeamSession.open(project, latent, context)) {
            UnknownWords.tell(session.team(), questions, context.monitor());
            session.answer(choices, questions, borrowed, kept, context.monitor());
        }
    }

    /** What commands print, of all results so far. */
    Map<String, Object> summary(double seconds) {
        Map<String, Object> summary = kept.summary();
        summary.put("secondsWall", seconds);
        long peak = ProcessMemory.peak();
        if (peak > 0) {
            summary.put("peakMemory", peak);
        }
        return summary;
    }
}
