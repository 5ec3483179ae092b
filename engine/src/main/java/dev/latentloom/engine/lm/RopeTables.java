package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LayerPlan;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.Rope;
import dev.latentloom.engine.checkpoint.RopeScaling;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/** Inverse frequencies of a model's rotary embeddings, one tensor (R/2) for each distinct one. */
final class RopeTables {
    private final int longAfter;
    private final Packed near;
    private final Packed far;

    RopeTables(LmConfig config, DeviceChoice device, Scope scope) {
        List<Rope> ropes = distinct(config);
        int original = Integer.MAX_VALUE;
        for (Rope rope : ropes) {
            if (rope.scaling() instanceof RopeScaling.LongRope longRope) {
                original = longRope.original();
            }
        }
        longAfter = original;
        near = pack(ropes, 1, device, scope);
        far = original == Integer.MAX_VALUE ? near : pack(ropes, original + 1, device, scope);
    }

    /** The rotary embeddings of a model in the order of their first use. */
    static List<Rope> distinct(LmConfig config) {
        return config.layers().stream()
                .filter(plan -> plan.rope() != null)
                .map(LayerPlan::rope)
                .distinct()
                .toList();
    }

    /** The tables for a context of so many positions; LongRoPE has two. */
    Packed forLength(int positions) {
        return positions > longAfter ? far : near;
    }

    private static Packed pack(List<Rope> ropes, int length, DeviceChoice device, Scope scope) {
        List<Tensor> tables = new ArrayList<>();
        for (Rope rope : ropes) {
            double[] frequencies = rope.inverseFrequencies(length);
            float[] values = new float[frequencies.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) frequencies[i];
            }
            tables.add(
                    TensorKernels.to(
                            scope.floats(values, values.length), device, DType.F32, scope));
        }
        return Packed.list(tables, scope);
    }
}
