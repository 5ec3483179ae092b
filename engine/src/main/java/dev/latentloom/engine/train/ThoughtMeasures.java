package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.SoftTokenLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.HandoverControl;
import dev.latentloom.engine.run.LatentSettings;
import dev.latentloom.engine.run.LatentTurns;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.RolloutSource;
import dev.latentloom.engine.run.SlotContent;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.run.TurnResult;
import dev.latentloom.engine.run.Turns;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What inner links make of thoughts while links are trained, each agent in its first turn on a few
 * questions. In its slots stand the right texts of the others where the data knows them, so that
 * outer links that have learned nothing yet do not show here.
 *
 * <p>Fidelity: the share of thoughts at which the agent would say what it says when it decodes from
 * the same prompt, up to its end token. Hop: the length of a random unit vector carried back
 * through the inner link, and beside it through the softmax and the expected embedding, which is
 * the best a text hop could give (theorem 4.1 of the paper).
 */
final class ThoughtMeasures implements Turns {
    private static final int QUESTIONS = 32;

    private final LinkSet links;
    private final Turns turns;
    private final Map<String, Double> measured = new LinkedHashMap<>();

    private ThoughtMeasures(LinkSet links, Turns turns) {
        this.links = links;
        this.turns = turns;
    }

    /** Right texts in the slots where the data knows them all, else what the links bring. */
    private static Turns turns(
            LinkTraining training, LinkSet links, List<Question> questions, JobMonitor monitor) {
        RolloutSource rollouts = FreeThoughts.rollouts(links, training.recipe()::stepsOf);
        if (known(training, questions)) {
            Lesson lesson = new Lesson(questions, 0, 0, new SplittableRandom(1));
            TrueTextTurns.Thinking free =
                    (turn, prompt, scope) -> rollouts.rollout(turn).think(prompt, scope, monitor);
            return new TrueTextTurns(training, lesson, 0, free);
        }
        return new LatentTurns(
                training.team(),
                new LatentSettings(links, training.recipe().handover()),
                rollouts,
                HandoverControl.none(),
                monitor);
    }

    private static boolean known(LinkTraining training, List<Question> questions) {
        AgentGraph graph = training.team().graph();
        return graph.edges().stream()
                .map(Edge::from)
                .filter(sender -> !sender.equals(graph.answering()))
                .allMatch(
                        sender ->
                                questions.stream()
                                        .map(asked -> training.data().text(asked, 1, sender))
                                        .noneMatch(text -> text.orElse("").isEmpty()));
    }

    /**
     * Measures by metric name: {@code fidelity/inner:a}, {@code hop/latent:a}, {@code hop/text:a}.
     */
    static Map<String, Double> of(LinkTraining training, LinkSet links, JobMonitor monitor)
            throws WorkbenchException {
        JobMonitor quiet = new QuietMonitor(monitor);
        List<Question> all = training.data().validation();
        List<Question> some = all.subList(0, Math.min(QUESTIONS, all.size()));
        ThoughtMeasures measures = new ThoughtMeasures(links, turns(training, links, some, quiet));
        if (!some.isEmpty()) {
            int agents = training.team().mates().size();
            try (Scope scope = Scope.open()) {
                new GraphWalk(training.team(), measures, 1, some.size())
                        .walkTurns(agents, some, new Ledger(some.size(), quiet), scope, quiet);
            }
        }
        return measures.measured;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        TurnResult result = turns.take(turn, prompt, owner);
        if (result.content() instanceof SlotContent.Thoughts thoughts && !thoughts.empty()) {
            String agent = turn.mate().agent().id();
            CausalLm lm = turn.mate().lm();
            try (Scope scratch = Scope.open()) {
                Tensor h = thoughts.values();
                measured.put("fidelity/inner:" + agent, fidelity(lm, prompt, h, scratch));
                RecursiveLink inner = links.inner(agent, lm.config().hidden());
                measured.put("hop/latent:" + agent, carried(inner, h, scratch));
                measured.put("hop/text:" + agent, carried(SoftTokenLink.inner(lm), h, scratch));
            }
        }
        return result;
    }

    private static double fidelity(CausalLm lm, FilledPrompt prompt, Tensor thoughts, Scope scope) {
        int rows = prompt.rows();
        boolean[] ended = new boolean[rows];
        int same = 0;
        int all = 0;
        var cache = lm.newCache(prompt.pads(), scope);
        Tensor state = lm.lastHidden(prompt.embeddings(), cache, scope);
        for (int step = 0; step < thoughts.shape().get(1); step++) {
            Tensor thought = TensorKernels.narrow(thoughts, 1, step, 1, scope);
            long[] thinks = TensorKernels.longs(lm.best(lm.logits(thought, scope), scope));
            Tensor best = lm.best(lm.logits(state, scope), scope);
            long[] says = TensorKernels.longs(best);
            for (int row = 0; row < rows; row++) {
                if (!ended[row]) {
                    all++;
                    same += thinks[row] == says[row] ? 1 : 0;
                    ended[row] = lm.config().endIds().contains(Math.toIntExact(says[row]));
                }
            }
            Tensor next = TensorKernels.reshape(best, Shape.of(rows, 1), scope);
            state = lm.lastHidden(lm.embed(next, scope), cache, scope);
        }
        return (double) same / all;
    }

    /**
     * Length of unit vectors after their way back through a hop, root mean square over thoughts.
     */
    private static double carried(RecursiveLink hop, Tensor thoughts, Scope scope) {
        Tensor leaf = TensorKernels.leaf(thoughts, scope);
        Tensor given;
        List<Tensor> back;
        try (GradMode _ = GradMode.on()) {
            given = hop.forward(leaf, scope);
            Tensor seed = unit(given, scope);
            back =
                    TensorKernels.gradients(
                            List.of(given), List.of(leaf), List.of(seed), false, scope);
        }
        double rows = (double) thoughts.shape().size() / thoughts.shape().get(2);
        return RegressionKernels.norm(back) / Math.sqrt(rows);
    }

    private static Tensor unit(Tensor like, Scope scope) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[Math.toIntExact(like.shape().size())];
        double each = Math.sqrt((double) like.shape().get(2));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / each);
        }
        Tensor seed = scope.floats(values, like.shape().toArray());
        return TensorKernels.like(seed, like, scope);
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException {
        return turns.deliver(round, edge, said, owner);
    }

    @Override
    public boolean latent() {
        return true;
    }
}
