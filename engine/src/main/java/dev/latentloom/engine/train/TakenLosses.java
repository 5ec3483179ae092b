package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The losses of an unroll, taken turn by turn; turns that no link leads to have none. */
final class TakenLosses implements TurnLoss {
    private final AgentGraph graph;
    private final Reading reading;
    private final Scope scope;
    private final List<Tensor> losses = new ArrayList<>();
    private final Map<String, List<Tensor>> byAgent = new LinkedHashMap<>();
    private final Set<String> receivers = new HashSet<>();

    /**
     * @param reading what is read from a turn on its way
     * @param scope owns the losses
     */
    TakenLosses(AgentGraph graph, Reading reading, Scope scope) {
        this.graph = graph;
        this.reading = reading;
        this.scope = scope;
    }

    /** Reads what there is to be judged in a turn: one thing or nothing. */
    @FunctionalInterface
    interface Reading {
        List<Said> read(Turn turn, FilledPrompt prompt) throws WorkbenchException;
    }

    @Override
    public void taken(Turn turn, FilledPrompt prompt, Tensor thoughts) throws WorkbenchException {
        if (receivers.contains(turn.mate().agent().id())) {
            for (Said said : reading.read(turn, prompt)) {
                add(turn.mate().agent().id(), said);
            }
        }
    }

    @Override
    public void delivered(Edge edge) {
        receivers.add(edge.to());
    }

    Scope scope() {
        return scope;
    }

    /** Adds what was said by an agent. */
    void add(String agent, Said said) {
        Tensor mean = CrossEntropy.mean(said.logits(), said.targets().ids(), scope);
        Tensor loss = TensorKernels.scale(mean, said.targets().share(), scope);
        losses.add(loss);
        byAgent.computeIfAbsent(agent, id -> new ArrayList<>()).add(loss);
    }

    /**
     * The last loss and a share of the mean of the earlier ones.
     *
     * @param share of the earlier ones, 0 for none
     */
    Tensor total(double share) {
        Tensor last = losses.getLast();
        int earlier = losses.size() - 1;
        if (earlier == 0 || share == 0) {
            return last;
        }
        Tensor stacked = TensorKernels.stack(losses.subList(0, earlier), 0, scope);
        Tensor mean = TensorKernels.mean(stacked, scope);
        return TensorKernels.add(last, TensorKernels.scale(mean, share, scope), scope);
    }

    /** The mean loss of each receiver's turns, under the names of the edges that lead there. */
    void tell(Map<String, Double> told) {
        for (Edge edge : graph.edges()) {
            byAgent.getOrDefault(edge.to(), List.of()).stream()
                    .mapToDouble(TensorKernels::item)
                    .average()
                    .ifPresent(mean -> told.put("loss/outer:" + edge.id(), mean));
        }
    }
}
