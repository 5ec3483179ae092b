package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LayerPlan;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.Rope;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a checkpoint into the packed arguments of its family's kernel. */
final class LmLoader {
    private final LmConfig config;
    private final Family family;
    private final Weights weights;
    private final Scope scope;
    private final JobMonitor monitor;

    LmLoader(LmConfig config, Family family, Weights weights, JobMonitor monitor) {
        this.config = config;
        this.family = family;
        this.weights = weights;
        this.scope = weights.scope();
        this.monitor = monitor;
    }

    LmWeights load() throws WorkbenchException {
        Map<String, Tensor> top = family.top(weights, config);
        Tensor embedding = Objects.requireNonNull(top.get("embed"));
        List<Map<String, Tensor>> layers = new ArrayList<>();
        int count = config.layers().size();
        for (int i = 0; i < count; i++) {
            monitor.checkCancelled();
            layers.add(family.layer(weights, config, i));
            monitor.progress(i + 1, count);
        }
        Map<String, Tensor> head = head(embedding);
        return new LmWeights(
                embedding,
                Objects.requireNonNull(head.get("head")),
                Packed.map(top, scope),
                Packed.maps(layers, scope),
                Packed.map(head, scope),
                Packed.numbers(numbers(), scope),
                Packed.numbersList(plans(), scope));
    }

    /** A tied head may stand in the file all the same; the config decides which one is read. */
    private Map<String, Tensor> head(Tensor embedding) throws WorkbenchException {
        Map<String, Tensor> head = new LinkedHashMap<>();
        String name = family.head();
        if (config.tieEmbeddings()) {
            head.put("head", embedding);
        } else {
            head.put(
                    "head",
                    weights.unprefixed(
                            name + ".weight", Shape.of(config.vocab(), config.hidden())));
        }
        return head;
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("eps", config.normEps());
        numbers.put("head_dim", (double) config.attention().headDim());
        numbers.put("scale", config.attention().scale());
        numbers.put("attention_cap", config.attention().softcap());
        numbers.put("activation", (double) activation());
        numbers.put(
                "window",
                (double) config.layers().stream().mapToInt(LayerPlan::window).max().orElse(0));
        numbers.put("parallel", config.parallelResidual() ? 1.0 : 0.0);
        List<Rope> ropes = RopeTables.distinct(config);
        for (int i = 0; i < ropes.size(); i++) {
            numbers.put("rope_factor_" + i, ropes.get(i).attentionFactor());
        }
        family.numbers(numbers, config);
        return numbers;
    }

    /** The number that the kernels' {@code activate} knows it by. */
    private int activation() {
        return switch (config.activation()) {
            case SILU -> 0;
            case GELU_TANH -> 1;
            case GELU -> 2;
            case RELU -> 3;
        };
    }

    private List<Map<String, Double>> plans() {
        List<Rope> ropes = RopeTables.distinct(config);
        List<Map<String, Double>> plans = new ArrayList<>();
        for (LayerPlan plan : config.layers()) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            numbers.put("window", (double) plan.window());
            numbers.put("linear", plan.linear() ? 1.0 : 0.0);
            Rope rope = plan.rope();
            numbers.put("rope", rope == null ? -1.0 : ropes.indexOf(rope));
            plans.add(numbers);
        }
        return plans;
    }
}
