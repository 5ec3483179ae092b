package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.EmbeddingScale;
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

/** Edges carry the sender's right text, noised, whatever was thought. */
final class TrueTextTurns implements Turns {
    private final LinkTraining training;
    private final Lesson lesson;
    private final double noise;
    private final Thinking thinking;

    /**
     * @param noise highest deviation of the noise, in units of mean|E| / √D
     * @param thinking what agents do in their turns
     */
    TrueTextTurns(LinkTraining training, Lesson lesson, double noise, Thinking thinking) {
        this.training = training;
        this.lesson = lesson;
        this.noise = noise;
        this.thinking = thinking;
    }

    /** What an agent does in its turn. */
    @FunctionalInterface
    interface Thinking {
        /** Gives its thoughts (B, L, D), L possibly 0, owned by {@code owner}. */
        Tensor think(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        Tensor thoughts = thinking.think(turn, prompt, owner);
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
        RoleText texts = RoleText.of(training, lesson.questions());
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
                deviation = random.nextDouble() * noise * unit;
            }
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        Tensor drawn = owner.floats(values, shape.toArray());
        return TensorKernels.to(drawn, receiver.device(), receiver.type(), owner);
    }

    @Override
    public boolean latent() {
        return true;
    }
}
