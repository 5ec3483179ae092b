package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.SlotContent;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.run.TurnResult;
import dev.latentloom.engine.run.Turns;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns as in a run, whose thoughts are kept for training. */
final class KeptThoughts implements Turns {
    private final Turns turns;
    private final Scope keep;
    private final Map<Place, Tensor> thoughts = new LinkedHashMap<>();

    private record Place(int round, String agent) {}

    /**
     * @param keep owns the thoughts
     */
    KeptThoughts(Turns turns, Scope keep) {
        this.turns = turns;
        this.keep = keep;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        TurnResult result = turns.take(turn, prompt, owner);
        if (result.content() instanceof SlotContent.Thoughts said && !said.empty()) {
            Place place = new Place(turn.round(), turn.mate().agent().id());
            thoughts.put(place, TensorKernels.copy(said.values(), keep));
        }
        return result;
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException {
        return turns.deliver(round, edge, said, owner);
    }

    @Override
    public boolean latent() {
        return turns.latent();
    }

    /** What an agent thought in a round, (B, L, D); null where it took no turn. */
    @Nullable Tensor of(int round, String agent) {
        return thoughts.get(new Place(round, agent));
    }

    /** All thoughts of each agent so far, (N, D). */
    Map<String, Tensor> thoughts() {
        Map<String, List<Tensor>> parts = new LinkedHashMap<>();
        thoughts.forEach(
                (place, said) -> {
                    Shape shape = said.shape();
                    Shape flat = Shape.of(shape.get(0) * shape.get(1), shape.get(2));
                    parts.computeIfAbsent(place.agent(), id -> new ArrayList<>())
                            .add(TensorKernels.reshape(said, flat, keep));
                });
        Map<String, Tensor> joined = new LinkedHashMap<>();
        parts.forEach((id, own) -> joined.put(id, TensorKernels.concat(own, 0, keep)));
        return joined;
    }
}
