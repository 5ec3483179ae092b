package dev.latentloom.engine.parity;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.train.AdamW;
import dev.latentloom.engine.train.AdamWSettings;
import dev.latentloom.engine.train.CosineSchedule;

import java.util.Arrays;
import java.util.List;

/** {@code optimizer}: clipping, AdamW and the cosine schedule, step by step. */
final class OptimizerCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        Scope scope = reference.scope();
        Safetensors file = reference.expected().file();
        Tensor p = TensorKernels.copy(reference.input("p0"), scope);
        Tensor q = TensorKernels.copy(reference.input("q0"), scope);
        reference.inputs("grads");
        float[] grads = file.floats("grads");
        int steps = Math.toIntExact(file.tensor("grads").shape().get(0));
        int rows = Math.toIntExact(file.tensor("grads").shape().get(1));
        int columns = Math.toIntExact(file.tensor("grads").shape().get(2));
        CosineSchedule schedule =
                new CosineSchedule(
                        reference.about().path("lr").asDouble(),
                        0,
                        reference.about().path("T_max").asInt(),
                        0);
        AdamWSettings settings =
                new AdamWSettings(
                        0.9, 0.999, 1e-8, reference.about().path("weight_decay").asDouble());
        AdamW optimizer = new AdamW(List.of(p, q), settings, scope);
        float[] rates = new float[steps];
        float[] norms = new float[steps];
        float[] ps = new float[steps * rows * (columns - 1)];
        float[] qs = new float[steps * rows];
        for (int step = 0; step < steps; step++) {
            int from = step * rows * columns;
            float[] all = Arrays.copyOfRange(grads, from, from + rows * columns);
            List<Tensor> gradients = split(all, rows, columns, scope);
            rates[step] = (float) schedule.rate(step);
            norms[step] = (float) AdamW.clip(gradients, 1.0);
            optimizer.step(gradients, schedule.rate(step));
            put(p, ps, step);
            put(q, qs, step);
        }
        reference.closely("lr", rates);
        reference.closely("norm_before_clip", norms);
        reference.closely("p", ps);
        reference.closely("q", qs);
    }

    /** All columns but the last are p's gradient, the last is q's. */
    private static List<Tensor> split(float[] all, int rows, int columns, Scope scope) {
        float[] forP = new float[rows * (columns - 1)];
        float[] forQ = new float[rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(all, row * columns, forP, row * (columns - 1), columns - 1);
            forQ[row] = all[row * columns + columns - 1];
        }
        return List.of(scope.floats(forP, rows, columns - 1), scope.floats(forQ, rows));
    }

    private static void put(Tensor from, float[] to, int step) {
        float[] values = TensorKernels.floats(from);
        System.arraycopy(values, 0, to, step * values.length, values.length);
    }
}
