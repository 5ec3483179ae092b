package dev.latentloom.app.cli;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.lm.MemoryEstimate;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Measures one model at batch 1: reading a prompt, decoding tokens with logits, and latent steps
 * through an inner link without logits, both on a cache. Medians over the repetitions.
 */
final class BenchRun {
    private static final long SEED = 7;

    private final Path folder;
    private final DeviceChoice device;
    private final DType type;
    private final Amounts amounts;

    /**
     * How much is measured.
     *
     * @param prompt tokens read
     * @param newTokens tokens decoded
     * @param latent latent steps taken
     * @param reps repetitions, after one that is not counted
     */
    record Amounts(int prompt, int newTokens, int latent, int reps) {}

    BenchRun(Path folder, DeviceChoice device, DType type, Amounts amounts) {
        this.folder = folder;
        this.device = device;
        this.type = type;
        this.amounts = amounts;
    }

    /** What is fed after a hidden state. */
    private interface Next {
        /** The next input embedding (1, 1, D), given the last hidden state (1, 1, D). */
        Tensor of(Tensor hidden, Scope step);
    }

    /** Loads, measures, and gives what the command prints; on the engine's thread. */
    Map<String, Object> measure(JobMonitor monitor) throws WorkbenchException {
        long start = System.nanoTime();
        try (CausalLm lm = CausalLm.load(folder, device, type, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            double load = (System.nanoTime() - start) * 1e-9;
            RecursiveLink inner = link(lm, scope);
            double[] prefill = new double[amounts.reps()];
            double[] decode = new double[amounts.reps()];
            double[] latent = new double[amounts.reps()];
            for (int rep = -1; rep < amounts.reps(); rep++) { // the first one warms up
                monitor.checkCancelled();
                int at = Math.max(0, rep);
                prefill[at] = amounts.prompt() / read(lm);
                decode[at] = 1e3 * perStep(lm, amounts.newTokens(), (h, s) -> word(lm, h, s));
                latent[at] = 1e3 * perStep(lm, amounts.latent(), inner::forward);
                monitor.progress(rep + 1L, amounts.reps());
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("prefillTokensPerSecond", median(prefill));
            figures.put("decodeMsPerToken", median(decode));
            figures.put("latentMsPerStep", median(latent));
            figures.put("loadSeconds", load);
            return about(figures);
        }
    }

    private Map<String, Object> about(Map<String, Object> figures) throws WorkbenchException {
        MemoryEstimate estimate = MemoryEstimate.of(folder, type);
        figures.put("rssPeak", ProcessMemory.peak());
        figures.put("bytesPerStep", estimate.perToken());
        figures.put("weightBytes", estimate.weights());
        figures.put("threads", NativeEngine.threads());
        figures.put("dtype", type.name().toLowerCase(Locale.ROOT));
        figures.put("device", device.name());
        figures.put("model", folder.toString());
        return figures;
    }

    private RecursiveLink link(CausalLm lm, Scope scope) {
        int width = lm.config().hidden();
        LinkShape shape = LinkShape.of(LinkDesign.INNER_LN_RES, width, width);
        return TrainableLink.create(shape, 1, SEED, device, scope);
    }

    /** Seconds for reading the prompt into an empty cache. */
    private double read(CausalLm lm) {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(1, run)) {
            Tensor prompt = prompt(lm, run);
            long start = System.nanoTime();
            TensorKernels.floats(lm.lastHidden(prompt, cache, run)); // read: it must be there
            return (System.nanoTime() - start) * 1e-9;
        }
    }

    /** Seconds for one step on top of the prompt. */
    private double perStep(CausalLm lm, int steps, Next next) {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(1, run)) {
            Tensor hidden;
            try (Scope pass = run.child()) {
                hidden = run.adopt(lm.lastHidden(prompt(lm, pass), cache, pass));
            }
            TensorKernels.floats(hidden);
            long start = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                try (Scope step = run.child()) {
                    Tensor before = hidden;
                    hidden = run.adopt(lm.hidden(next.of(before, step), cache, step));
                    run.free(before);
                }
            }
            TensorKernels.floats(hidden);
            return (System.nanoTime() - start) * 1e-9 / steps;
        }
    }

    private static Tensor word(CausalLm lm, Tensor hidden, Scope step) {
        long[] best = TensorKernels.longs(lm.best(lm.logits(hidden, step), step));
        return lm.embed(ids(lm, best, step), step);
    }

    private Tensor prompt(CausalLm lm, Scope scope) {
        long[] ids =
                new SplittableRandom(SEED)
                        .longs(amounts.prompt(), 0, lm.config().vocab())
                        .toArray();
        return lm.embed(ids(lm, ids, scope), scope);
    }

    private static Tensor ids(CausalLm lm, long[] ids, Scope scope) {
        return TensorKernels.to(scope.longs(ids, 1, ids.length), lm.device(), DType.I64, scope);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
