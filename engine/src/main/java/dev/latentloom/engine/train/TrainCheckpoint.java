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

    private final LinkSet links;
    private final LinkTrainer trainer;
    private final String settings;

    /**
     * @param settings everything that must be equal for a resumed training, as text
     */
    TrainCheckpoint(LinkSet links, LinkTrainer trainer, String settings) {
        this.links = links;
        this.trainer = trainer;
        this.settings = settings;
    }

    /**
     * How far a training is.
     *
     * @param iteration iterations done
     * @param bestAccuracy best validation accuracy so far, negative where none was measured
     */
    record Progress(int iteration, double bestAccuracy) {}

    /** Writes the present state. */
    void write(Path file, Progress progress) throws WorkbenchException {
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata(ITERATION, Integer.toString(progress.iteration()))
                        .metadata(ACCURACY, Double.toString(progress.bestAccuracy()))
                        .metadata(SETTINGS, settings);
        for (Map.Entry<String, Tensor> tensor : state().entrySet()) {
            writer.floats(
                    tensor.getKey(),
                    tensor.getValue().shape(),
                    TensorKernels.floats(tensor.getValue()));
        }
        writer.write(file);
    }

    private Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        LinkParameters.named(links).forEach((name, tensor) -> state.put("link/" + name, tensor));
        List<AdamW> optimizers = trainer.optimizers();
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

    /**
     * Takes a stored state over.
     *
     * @throws WorkbenchException where it was written with other settings, or is damaged
     */
    Progress read(Path file) throws WorkbenchException {
        Safetensors stored = Safetensors.open(file);
        String before = stored.metadata().getOrDefault(SETTINGS, "");
        if (!before.equals(settings)) {
            throw new WorkbenchException("train.resumeDiffers", file.toString(), before, settings);
        }
        try (Scope scratch = Scope.open()) {
            List<Tensor> to = new ArrayList<>();
            List<Tensor> values = new ArrayList<>();
            for (Map.Entry<String, Tensor> tensor : state().entrySet()) {
                to.add(tensor.getValue());
                long[] shape = tensor.getValue().shape().toArray();
                values.add(scratch.floats(stored.floats(tensor.getKey()), shape));
            }
            OptimizerKernels.overwrite(to, values);
        }
        return new Progress(
                Integer.parseInt(stored.metadata().getOrDefault(ITERATION, "0")),
                Double.parseDouble(stored.metadata().getOrDefault(ACCURACY, "-1")));
    }
}
