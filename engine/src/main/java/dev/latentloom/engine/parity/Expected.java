package dev.latentloom.engine.parity;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.Arrays;

/** Reference tensors of one case, and the rules by which ours are held against them. */
final class Expected {
    private static final double LIMIT = 1e-3;
    private static final double GRADIENT_LIMIT = 5e-3;

    private final String part;
    private final String caseName;
    private final Safetensors file;

    Expected(String part, String caseName, Safetensors file) {
        this.part = part;
        this.caseName = caseName;
        this.file = file;
    }

    boolean has(String name) {
        return file.tensors().containsKey(name);
    }

    Safetensors file() {
        return file;
    }

    /** A reference tensor as input, f32. */
    Tensor input(String name, Scope scope) throws WorkbenchException {
        return scope.floats(file.floats(name), file.tensor(name).shape().toArray());
    }

    /** Reference ids as input, i64. */
    Tensor ids(String name, Scope scope) throws WorkbenchException {
        return scope.longs(file.longs(name), file.tensor(name).shape().toArray());
    }

    /** max|ours - theirs| at most 1e-3 times the larger of 1 and max|theirs|. */
    Comparison values(String name, Tensor ours) throws WorkbenchException {
        return values(name, TensorKernels.floats(ours));
    }

    Comparison values(String name, float[] ours) throws WorkbenchException {
        float[] theirs = file.floats(name);
        return Comparison.ofNumbers(
                part, caseName, name, distance(ours, theirs), LIMIT * Math.max(1, largest(theirs)));
    }

    /** max|ours - theirs| at most 5e-3 times max|theirs|. */
    Comparison gradient(String name, Tensor ours) throws WorkbenchException {
        float[] theirs = file.floats(name);
        double distance = distance(TensorKernels.floats(ours), theirs);
        return Comparison.ofNumbers(
                part, caseName, name, distance, GRADIENT_LIMIT * largest(theirs));
    }

    /** At most an absolute limit apart. */
    Comparison within(String name, float[] ours, double limit) throws WorkbenchException {
        return Comparison.ofNumbers(part, caseName, name, distance(ours, file.floats(name)), limit);
    }

    /** Equal ids. */
    Comparison sameIds(String name, long[] ours) throws WorkbenchException {
        long[] theirs = file.longs(name);
        String problem =
                Arrays.equals(ours, theirs)
                        ? null
                        : "expected " + Arrays.toString(theirs) + ", was " + Arrays.toString(ours);
        return Comparison.ofEquality(part, caseName, name, problem);
    }

    /** A distance computed elsewhere. */
    Comparison said(String name, double distance, double limit) {
        return Comparison.ofNumbers(part, caseName, name, distance, limit);
    }

    /** A failed comparison: something that could not even be computed. */
    Comparison failed(String name, String why) {
        return Comparison.ofEquality(part, caseName, name, why);
    }

    static double distance(float[] ours, float[] theirs) {
        if (ours.length != theirs.length) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs((double) ours[i] - theirs[i]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            worst = Math.max(worst, difference);
        }
        return worst;
    }

    static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
