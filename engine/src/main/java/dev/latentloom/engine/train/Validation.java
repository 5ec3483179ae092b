package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.run.Answered;
import dev.latentloom.engine.run.Controls;
import dev.latentloom.engine.run.Kept;
import dev.latentloom.engine.run.QuestionRunner;
import dev.latentloom.engine.run.RunChoices;
import dev.latentloom.engine.run.SpeakingSettings;

import java.util.List;

/**
 * How good links are while they are trained, by real decoding at the project's own m and rounds.
 */
record Validation(LinkTraining training, LinkSet links) {
    private static final int BATCH = 100;
    private static final int SAMPLES = 20;

    /**
     * What came of it.
     *
     * @param accuracy share of the validation items that the team answers rightly
     * @param samples some of its answers
     */
    record Outcome(double accuracy, List<RunEvent.SampleAnswer> samples) {}

    /** Lets the team answer the validation items; tells nothing of it. */
    Outcome outcome(long step, JobMonitor monitor) throws WorkbenchException {
        Kept kept = new Kept();
        new QuestionRunner(training.team(), choices(), links, training.data().check())
                .answer(training.data().validation(), List.of(), kept, new QuietMonitor(monitor));
        return new Outcome(
                (double) kept.correct() / Math.max(1, kept.judged()),
                kept.items().stream().limit(SAMPLES).map(item -> sample(step, item)).toList());
    }

    private static RunEvent.SampleAnswer sample(long step, Answered item) {
        return new RunEvent.SampleAnswer(
                step,
                item.question().text(),
                item.question().answer(),
                item.answer(),
                Boolean.TRUE.equals(item.correct()));
    }

    private RunChoices choices() {
        return new RunChoices(
                RunMode.LATENT,
                links.name(),
                null,
                training.team().graph().rounds(),
                Controls.NONE,
                training.recipe().handover(),
                true,
                new SpeakingSettings(0.0, 1.0, null, 0),
                BATCH,
                0);
    }
}
