package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.HandoverControl;
import dev.latentloom.engine.run.LatentSettings;
import dev.latentloom.engine.run.LatentTurns;
import dev.latentloom.engine.run.SlotContent;
import dev.latentloom.engine.run.Spent;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.run.TurnResult;
import dev.latentloom.engine.run.Turns;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns under autograd, every round through link nodes of its own. With checkpointing a turn leaves
 * one tensor in and one out, and is thought again on the way back.
 */
final class Unroll implements Turns {
    private final LinkTraining training;
    private final RoundLinks links;
    private final ThinkingWay way;
    private final TurnLoss losses;
    private final boolean checkpointing;
    private final Scope keep;
    private final JobMonitor monitor;
    private final List<Segment> segments = new ArrayList<>();
    private final Set<RoundLinks.Use> used = new LinkedHashSet<>();

    /** What an unroll takes from its trainer; {@code keep} owns all that the way back needs. */
    record Parts(
            RoundLinks links,
            ThinkingWay way,
            TurnLoss losses,
            boolean checkpointing,
            Scope keep) {}

    Unroll(LinkTraining training, Parts parts, JobMonitor monitor) {
        this.training = training;
        this.links = parts.links();
        this.way = parts.way();
        this.losses = parts.losses();
        this.checkpointing = parts.checkpointing();
        this.keep = parts.keep();
        this.monitor = monitor;
    }

    /** Turns that were kept as segments, in order. */
    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** Learning links in the rounds they were used in. */
    List<RoundLinks.Use> used() {
        return List.copyOf(used);
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        links.at(turn.round()); // its nodes are made while gradients are recorded
        List<RoundLinks.Use> inside =
                way.free() ? inner(turn.round(), turn.mate().agent().id()) : List.of();
        used.addAll(inside);
        Tensor thoughts =
                checkpointing
                        ? checkpoint(turn, prompt, inside)
                        : think(turn, prompt, inside, owner);
        losses.taken(turn, prompt, thoughts);
        Spent each = new Spent(0, 0, thoughts.shape().get(1), 0);
        return new TurnResult(
                new SlotContent.Thoughts(thoughts), Collections.nCopies(prompt.rows(), each));
    }

    private Tensor think(Turn turn, FilledPrompt prompt, List<RoundLinks.Use> inside, Scope owner)
            throws WorkbenchException {
        if (inside.isEmpty() && !TensorKernels.tracked(prompt.embeddings())) {
            try (GradMode _ = GradMode.off()) { // no link that learns leads here
                return think(turn, prompt, owner);
            }
        }
        return think(turn, prompt, owner);
    }

    private Tensor think(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        return way.rollout(turn, links.at(turn.round()), keep).think(prompt, owner, monitor);
    }

    private Tensor checkpoint(Turn turn, FilledPrompt prompt, List<RoundLinks.Use> inside)
            throws WorkbenchException {
        try (Scope scratch = keep.child()) {
            Tensor value;
            try (GradMode _ = GradMode.off()) {
                value = think(turn, prompt, scratch);
            }
            Tensor thoughts = TensorKernels.leaf(value, keep);
            Tensor read = TensorKernels.alias(prompt.embeddings(), keep);
            List<RoundLinks.Use> behind = new ArrayList<>();
            for (Edge edge : training.team().graph().outOf(turn.mate().agent().id())) {
                sent(turn.round(), edge).stream()
                        .filter(use -> !behind.contains(use))
                        .forEach(behind::add);
            }
            segments.add(new Segment(turn, prompt.as(read), thoughts, inside, behind));
            return thoughts;
        }
    }

    private List<RoundLinks.Use> inner(int round, String agent) {
        return links.uses(round, List.of(LinkKey.inner(agent)));
    }

    /** Links on the way of a hand-over. */
    private List<RoundLinks.Use> sent(int round, Edge edge) {
        List<LinkKey> keys = new ArrayList<>();
        keys.add(LinkKey.outer(edge.id()));
        if (training.recipe().handover() == Handover.OUTER_INNER) {
            keys.add(LinkKey.inner(edge.from()));
        }
        return links.uses(round, keys);
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException {
        used.addAll(sent(round, edge));
        losses.delivered(edge);
        boolean cut = training.recipe().detach() && training.team().graph().feedback(edge);
        SlotContent sent =
                cut && said instanceof SlotContent.Thoughts thoughts
                        ? new SlotContent.Thoughts(TensorKernels.copy(thoughts.values(), owner))
                        : said;
        LatentSettings through = new LatentSettings(links.at(round), training.recipe().handover());
        return new LatentTurns(
                        training.team(),
                        through,
                        turn -> way.rollout(turn, links.at(turn.round()), keep),
                        HandoverControl.none(),
                        monitor)
                .deliver(round, edge, sent, owner);
    }

    @Override
    public boolean latent() {
        return true;
    }
}
