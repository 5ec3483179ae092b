package dev.latentloom.engine.train;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a training needs to go on bit for bit, in one file that is written whole or not at all:
 * links, optimiser moments, iteration. Randomness needs no state: each iteration has its own seed.
 */
final class TrainCheckpoint {
    private static final String ITERATION = "iteration";
    private static final String SETTINGS = "settings";
    private static final String ACCURACY = "bestAccuracy";
    private static final String VALIDATED = "validated";
    private static final String UNIMPROVED = "unimproved";

    private final LinkSet links;
    private final String settings;

    /**
     * @param settings everything that must be equal for a resumed training, as text
     */
    TrainCheckpoint(LinkSet links, String settings) {
        this.links = links;
        this.settings = settings;
    }

    /**
     * How far a training is.
     *
     * @param iteration iterations done
     * @param bestAccuracy best validation accuracy so far, negative where none was measured
     * @param validated iteration of the last measurement, 0 where there was none
     * @param unimproved measurements in a row that were no better than one before, as far as they
     *     count
     */
    record Progress(int iteration, double bestAccuracy, int validated, int unimproved) {}

    /**
     * Writes the present state; refuses one that is no longer made of numbers.
     *
     * @param optimizers of the present stage
     */
    void write(Path file, Progress progress, List<AdamW> optimizers) throws WorkbenchException {
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata(ITERATION, Integer.toString(progress.iteration()))
                        .metadata(ACCURACY, Double.toString(progress.bestAccuracy()))
                        .metadata(VALIDATED, Integer.toString(progress.validated()))
                        .metadata(UNIMPROVED, Integer.toString(progress.unimproved()))
                        .metadata(SETTINGS, settings);
        Map<String, Tensor> state = weights();
        state.putAll(moments(optimizers));
        for (Map.Entry<String, Tensor> tensor : state.entrySet()) {
            float[] values = TensorKernels.floats(tensor.getValue());
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new WorkbenchException(
                            "train.notANumber", tensor.getKey(), progress.iteration());
                }
            }
            writer.floats(tensor.getKey(), tensor.getValue().shape(), values);
        }
        writer.write(file);
    }

    private Map<String, Tensor> weights() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        LinkParameters.named(links).forEach((name, tensor) -> weights.put("link/" + name, tensor));
        return weights;
    }

    private static Map<String, Tensor> moments(List<AdamW> optimizers) {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (int i = 0; i < optimizers.size(); i++) {
            AdamW.Moments moments = optimizers.get(i).moments();
            put(state, "first/" + i, moments.first());
            put(state, "second/" + i, moments.second());
            put(state, "steps/" + i, moments.steps());
        }
        return state;
    }

    private static void put(Map<String, Tensor> state, String name, List<Tensor> tensors) {
        for (int k = 0; k < tensors.size(); k++) {
            state.put(name + "/" + k, tensors.get(k));
        }
    }

    /** Whether there is something to go on from. */
    static boolean exists(Path file) {
        return Files.isRegularFile(file);
    }

    /** Iterations done when a file was written; 0 where there is none. */
    static int iteration(Path file) throws WorkbenchException {
        return exists(file)
                ? Integer.parseInt(Safetensors.open(file).metadata().getOrDefault(ITERATION, "0"))
                : 0;
    }

    /**
     * Takes stored links over.
     *
     * @throws WorkbenchException where they were written with other settings, or are damaged
     */
    Progress readLinks(Path file) throws WorkbenchException {
        Safetensors stored = Safetensors.open(file);
        String before = stored.metadata().getOrDefault(SETTINGS, "");
        if (!before.equals(settings)) {
            throw new WorkbenchException("train.resumeDiffers", file.toString(), before, settings);
        }
        overwrite(weights(), stored);
        return new Progress(
                Integer.parseInt(stored.metadata().getOrDefault(ITERATION, "0")),
                Double.parseDouble(stored.metadata().getOrDefault(ACCURACY, "-1")),
                Integer.parseInt(stored.metadata().getOrDefault(VALIDATED, "0")),
                Integer.parseInt(stored.metadata().getOrDefault(UNIMPROVED, "0")));
    }

    /** Takes the stored moments of the same stage over. */
    static void readMoments(Path file, List<AdamW> optimizers) throws WorkbenchException {
        overwrite(moments(optimizers), Safetensors.open(file));
    }

    private static void overwrite(Map<String, Tensor> state, Safetensors stored)
            throws WorkbenchException {
        try (Scope scratch = Scope.open()) {
            List<Tensor> values = new ArrayList<>();
            for (Map.Entry<String, Tensor> tensor : state.entrySet()) {
                long[] shape = tensor.getValue().shape().toArray();
                values.add(scratch.floats(stored.floats(tensor.getKey()), shape));
            }
            OptimizerKernels.overwrite(List.copyOf(state.values()), values);
        }
    }
}
