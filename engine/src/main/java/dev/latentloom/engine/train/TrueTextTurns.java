package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.EmbeddingScale;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.SlotContent;
import dev.latentloom.engine.run.Spent;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.run.TurnResult;
import dev.latentloom.engine.run.Turns;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.Collections;
import java.util.random.RandomGenerator;

/** Agents think with their present inner links, but edges carry the sender's right text, noised. */
final class TrueTextTurns implements Turns {
    private static final double MOST_NOISE = 0.6; // in units of mean |E| / sqrt(D)

    private final LinkTraining training;
    private final LinkSet links;
    private final Lesson lesson;
    private final JobMonitor monitor;

    TrueTextTurns(LinkTraining training, LinkSet links, Lesson lesson, JobMonitor monitor) {
        this.training = training;
        this.links = links;
        this.lesson = lesson;
        this.monitor = monitor;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        Tensor thoughts =
                FreeThoughts.rollouts(training.recipe(), links)
                        .rollout(turn)
                        .think(prompt, owner, monitor);
        Spent each = new Spent(0, 0, thoughts.shape().get(1), 0);
        return new TurnResult(
                new SlotContent.Thoughts(thoughts), Collections.nCopies(prompt.rows(), each));
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException {
        Team team = training.team();
        CausalLm receiver = team.mate(edge.to()).lm();
        Teammate sender = team.mate(edge.from());
        RoleText texts = new RoleText(training.data(), lesson.questions());
        int length = training.recipe().stepsOf(sender.agent());
        try (Scope scratch = owner.child()) {
            Tensor ids = texts.ended(round, sender, team.mate(edge.to()), length, scratch);
            Tensor clean = receiver.embed(ids, scratch); // (B, m, D)
            Tensor noise = noise(clean.shape(), receiver, scratch);
            return new SlotContent.Thoughts(owner.adopt(TensorKernels.add(clean, noise, scratch)));
        }
    }

    /** Gaussian, of another deviation for each question. */
    private Tensor noise(Shape shape, CausalLm receiver, Scope owner) {
        RandomGenerator random = lesson.random();
        double unit = EmbeddingScale.perDimension(receiver);
        float[] values = new float[Math.toIntExact(shape.size())];
        int each = Math.toIntExact(shape.get(1) * shape.get(2));
        double deviation = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % each == 0) {
                deviation = random.nextDouble() * MOST_NOISE * unit;
            }
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        Tensor noise = owner.floats(values, shape.toArray());
        return TensorKernels.to(noise, receiver.device(), receiver.type(), owner);
    }

    @Override
    public boolean latent() {
        return true;
    }
}
