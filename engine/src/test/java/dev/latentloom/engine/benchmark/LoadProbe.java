package dev.latentloom.engine.benchmark;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;

/** Loads a checkpoint, reads a few tokens with logits, and says how much the process has grown. */
final class LoadProbe {
    private LoadProbe() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "latentloom", "natives");
        NativeEngine.start(cache, line -> {});
        NativeEngine.enterThread();
        long before = Figures.resident();
        try (CausalLm lm = CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
                Scope scope = Scope.open();
                KvCache cacheOfOne = lm.newCache(1, scope)) {
            Tensor prompt = lm.embed(scope.longs(new long[] {1, 2, 3, 4}, 1, 4), scope);
            Tensor hidden = lm.lastHidden(prompt, cacheOfOne, scope);
            TensorKernels.floats(lm.logits(hidden, scope));
            long grown = Figures.resident() - before;
            long bytes = Shards.bytes(folder);
            Figures.print(
                    "0.5B in f32: files %.3f GB, growth over load and one pass %.3f GB, ratio %.3f"
                            .formatted(bytes * 1e-9, grown * 1e-9, (double) grown / bytes));
        }
    }
}
