package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Inner links, each agent by itself, on prompts in which the right texts of the others stand: the
 * official code's teacher-forced objective, or the tutorial's mean embedding.
 */
final class InnerLoopTrainer implements LinkTrainer {
    private final LinkTraining training;
    private final boolean mean;
    private final Map<String, InnerLearner> learners = new LinkedHashMap<>();

    /**
     * @param mean whether the target is the answer's mean embedding
     */
    InnerLoopTrainer(LinkTraining training, LinkSet links, boolean mean, Scope scope)
            throws WorkbenchException {
        this.training = training;
        this.mean = mean;
        for (Teammate mate : training.team().mates()) {
            CausalLm lm = mate.lm();
            String id = mate.agent().id();
            TrainableLink link = (TrainableLink) links.inner(id, lm.config().hidden());
            learners.put(
                    id,
                    mean
                            ? new InnerLearner.Mean(TutorialInnerLoop.of(lm, link, scope))
                            : new InnerLearner.Next(
                                    lm,
                                    link,
                                    new AdamW(link.parameters(), AdamWSettings.LINKS, scope)));
        }
    }

    @Override
    public List<AdamW> optimizers() {
        return learners.values().stream().map(InnerLearner::optimizer).toList();
    }

    @Override
    public Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException {
        Map<String, Double> told = new LinkedHashMap<>();
        Team team = training.team();
        int size = lesson.questions().size();
        int rounds = mean ? 1 : training.recipe().roundsOf(team.graph()); // the tutorial has one
        RoleText texts = RoleText.of(training, lesson.questions());
        JobMonitor quiet = new QuietMonitor(monitor);
        TrueTextTurns.Thinking learning =
                (turn, prompt, owner) -> {
                    String id = turn.mate().agent().id();
                    InnerLearner learner = Objects.requireNonNull(learners.get(id));
                    double loss = learner.learn(turn, prompt, texts, lesson.rate());
                    told.put("loss/inner:" + id, loss);
                    return TensorKernels.narrow(prompt.embeddings(), 1, 0, 0, owner);
                };
        try (Scope scope = Scope.open()) {
            new GraphWalk(team, new TrueTextTurns(training, lesson, 0, learning), rounds, size)
                    .walkTurns(
                            rounds * team.mates().size(),
                            lesson.questions(),
                            new Ledger(size, quiet),
                            scope,
                            quiet);
        }
        return told;
    }
}
