package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.tensor.Scope;

import java.util.Map;
import java.util.SplittableRandom;

/** Always the same four questions, unrolled, whose loss gives a gradient to all links. */
record UnrolledLesson(LinkTraining training, UnrolledLoss loss, UnrollPlan plan) {
    private static final int QUESTIONS = 4;
    private static final long SEED = 5;
    private static final Learning BOTH = new Learning(true, true);

    /** Training of a team by the recipe "unrolled" with these parts changed. */
    static LinkTraining training(TinyTeam tiny, Map<String, String> parts)
            throws WorkbenchException {
        Recipe recipe = Recipes.of("unrolled", "outer", parts);
        return new LinkTraining(tiny.team, TrainingData.of(tiny.task, QUESTIONS), recipe, SEED);
    }

    /** The links such a training begins with. */
    static LinkSet links(LinkTraining training, Scope scope) throws WorkbenchException {
        return new LinkParameters(training.team(), training.recipe(), SEED, scope)
                .leaves(null, "test");
    }

    /**
     * Gradients of the lesson.
     *
     * @param told gets the losses and the norms of the gradients
     * @param scope owns the gradients
     */
    RoundGradients gradients(LinkSet links, Map<String, Double> told, Scope scope)
            throws WorkbenchException {
        SplittableRandom random = new SplittableRandom(3);
        Lesson lesson = new Lesson(training.data().draw(QUESTIONS, random), 0, 1e-3, random);
        UnrolledTrainer.Assignment all = new UnrolledTrainer.Assignment(BOTH, loss, plan);
        RoundGradients gradients =
                new UnrolledTrainer(training, links, all, scope)
                        .gradients(lesson, told, scope, JobMonitor.NONE);
        told.putAll(gradients.norms());
        return gradients;
    }
}
