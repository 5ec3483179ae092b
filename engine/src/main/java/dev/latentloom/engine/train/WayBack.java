package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/**
 * From a loss back through an unroll into every link. Segments are thought again, last turn first:
 * what comes back to a turn's thoughts is carried through it to what it had read, and from there,
 * through links, to the thoughts of earlier turns. Called with gradients off.
 */
final class WayBack {
    private final RoundLinks links;
    private final ThinkingWay way;
    private final Scope scope;
    private final RoundGradients gradients;
    private final List<Tensor> outputs = new ArrayList<>();
    private final List<Tensor> seeds = new ArrayList<>();

    /**
     * @param scope owns the gradients
     */
    WayBack(RoundLinks links, ThinkingWay way, RoundGradients gradients, Scope scope) {
        this.links = links;
        this.way = way;
        this.gradients = gradients;
        this.scope = scope;
    }

    /** Adds the gradients of the loss to what there is. */
    void go(Tensor loss, Unroll unroll) throws WorkbenchException {
        outputs.add(loss);
        seeds.add(TensorKernels.plus(TensorKernels.scale(loss, 0, scope), 1, scope));
        if (unroll.segments().isEmpty()) {
            List<RoundLinks.Use> used = unroll.used();
            spread(used, TensorKernels.gradients(outputs, nodes(used), seeds, false, scope), 0);
            return;
        }
        for (Segment segment : unroll.segments().reversed()) {
            back(segment);
        }
    }

    private static List<Tensor> nodes(List<RoundLinks.Use> uses) {
        List<Tensor> nodes = new ArrayList<>();
        uses.forEach(use -> nodes.addAll(use.weights()));
        return nodes;
    }

    private void spread(List<RoundLinks.Use> uses, List<Tensor> all, int first) {
        int from = first;
        for (RoundLinks.Use use : uses) {
            int to = from + use.weights().size();
            gradients.add(use, all.subList(from, to));
            from = to;
        }
    }

    private void back(Segment segment) throws WorkbenchException {
        List<Tensor> inputs = new ArrayList<>(List.of(segment.thoughts()));
        inputs.addAll(nodes(segment.behind()));
        List<Tensor> came = TensorKernels.gradients(outputs, inputs, seeds, true, scope);
        spread(segment.behind(), came, 1);
        if (came.getFirst().shape().size() == 0) {
            return; // nobody listened
        }
        try (Scope scratch = Scope.open()) {
            boolean earlier = TensorKernels.tracked(segment.prompt().embeddings());
            List<Tensor> leaves = new ArrayList<>();
            Tensor read = TensorKernels.leaf(segment.prompt().embeddings(), scratch);
            if (earlier) {
                leaves.add(read);
            }
            leaves.addAll(nodes(segment.inside()));
            if (leaves.isEmpty()) {
                return;
            }
            Tensor again;
            try (GradMode _ = GradMode.on()) {
                again =
                        way.rollout(segment.turn(), links.at(segment.turn().round()), scratch)
                                .think(segment.prompt().as(read), scratch, JobMonitor.NONE);
            }
            List<Tensor> given =
                    TensorKernels.gradients(
                            List.of(again), leaves, List.of(came.getFirst()), false, scope);
            spread(segment.inside(), given, earlier ? 1 : 0);
            if (earlier) {
                outputs.add(segment.prompt().embeddings());
                seeds.add(given.getFirst());
            }
        }
    }
}
