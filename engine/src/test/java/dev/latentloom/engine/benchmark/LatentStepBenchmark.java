package dev.latentloom.engine.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.lm.RandomCheckpoint;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What a latent step costs against the same one op by op, and against no cache. */
@ExtendWith(TestEngine.class)
class LatentStepBenchmark {
    private static final int STEPS = 64;
    private static final int PASSES = 15;

    @TempDir Path folder;

    private CausalLm model(String shape) throws WorkbenchException {
        RandomCheckpoint.write(folder, shape, 1, JobMonitor.NONE);
        return CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
    }

    private static LinkValues link(CausalLm lm) {
        int width = lm.config().hidden();
        return LinkValues.fresh(LinkShape.of(LinkDesign.INNER_LN_RES, width, width), 0.02, 3);
    }

    @Test
    void aCachedStepAgainstTheSameOpByOp() throws WorkbenchException {
        try (CausalLm lm = model(Shapes.TINY)) {
            LinkValues link = link(lm);
            float[] first = new float[lm.config().hidden()];
            Arrays.fill(first, 0.5f);
            double[] ours = new double[PASSES];
            double[] theirs = new double[PASSES];
            for (int pass = -5; pass < PASSES; pass++) { // five to warm up, then turn by turn
                int at = Math.max(0, pass);
                float[][] said = new float[2][];
                ours[at] = Figures.seconds(() -> said[0] = kernels(lm, link, first)) / STEPS;
                try (OpByOpLlama baseline = new OpByOpLlama(lm, link)) {
                    theirs[at] = Figures.seconds(() -> said[1] = opByOp(baseline, first)) / STEPS;
                }
                for (int i = 0; i < first.length; i++) {
                    assertEquals(said[1][i], said[0][i], 2e-3); // the same step, or no comparison
                }
            }
            double mine = 1e3 * Figures.median(ours);
            double base = 1e3 * Figures.median(theirs);
            Figures.print(
                    ("latent step, d 128, 4 layers, 1 thread: kernels %.3f ms, op by op %.3f ms,"
                                    + " ratio %.2f")
                            .formatted(mine, base, mine / base));
        }
    }

    private static float[] kernels(CausalLm lm, LinkValues values, float[] first)
            throws WorkbenchException {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(1, run)) {
            TrainableLink link = TrainableLink.of(values, DeviceChoice.CPU, run);
            Tensor hidden = run.floats(first, 1, 1, first.length);
            for (int i = 0; i < STEPS; i++) {
                try (Scope step = run.child()) {
                    hidden = run.adopt(lm.hidden(link.forward(hidden, step), cache, step));
                }
            }
            return TensorKernels.floats(hidden);
        }
    }

    private static float[] opByOp(OpByOpLlama baseline, float[] first) {
        float[] hidden = first;
        for (int i = 0; i < STEPS; i++) {
            hidden = baseline.step(hidden, i);
        }
        return hidden;
    }

    @Test
    void eightyStepsAfterAPromptAgainstRecomputing() throws WorkbenchException {
        NativeEngine.setThreads(2);
        try (CausalLm lm = model(Shapes.HALF_BILLION);
                Scope scope = Scope.open()) {
            TrainableLink link = TrainableLink.of(link(lm), DeviceChoice.CPU, scope);
            long[] ids = new SplittableRandom(1).longs(128, 0, 1000).toArray();
            Tensor prompt = lm.embed(scope.longs(ids, 1, ids.length), scope);
            double cached = Figures.seconds(() -> cached(lm, link, prompt, 80));
            double again = Figures.seconds(() -> recomputed(lm, link, prompt, 80));
            Figures.print(
                    ("m = 80 after 128 tokens, 0.5B, f32, 2 threads: cached %.1f s, recomputed"
                                    + " %.1f s, ratio %.1f")
                            .formatted(cached, again, again / cached));
        } finally {
            NativeEngine.setThreads(1);
        }
    }

    private static void cached(CausalLm lm, TrainableLink link, Tensor prompt, int steps) {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(1, run)) {
            Tensor input = prompt;
            for (int i = 0; i < steps; i++) {
                try (Scope step = run.child()) {
                    Tensor hidden = lm.lastHidden(input, cache, step);
                    input = run.adopt(link.forward(hidden, step));
                }
            }
            TensorKernels.floats(input);
        }
    }

    private static void recomputed(CausalLm lm, TrainableLink link, Tensor prompt, int steps) {
        try (Scope run = Scope.open()) {
            Tensor context = prompt;
            for (int i = 0; i < steps; i++) {
                try (Scope step = run.child()) {
                    KvCache cache = lm.newCache(1, step);
                    Tensor hidden = lm.lastHidden(context, cache, step);
                    Tensor next = link.forward(hidden, step);
                    context = TensorKernels.concat(List.of(context, next), 1, run);
                }
            }
            TensorKernels.floats(context);
        }
    }
}
