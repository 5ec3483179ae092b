package ai.djl.pytorch.jni;

import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Opens to {@code engine.tensor} the few native calls it is built on, which DJL keeps inside this
 * package: methods of a TorchScript module with autograd, and the life of a tensor. Handles are
 * addresses; a wrong one ends the process, so nothing else may call this.
 */
public final class TorchBridge {
    private static final int[] CPU = {0, -1};
    private static final int DENSE = 0;
    private static final int COPY_BUFFER = 8192;

    private TorchBridge() {}

    /** Runs a method outside of inference mode, so that its results may enter autograd. */
    public static long run(long module, String method, long... arguments) {
        return PyTorchLibrary.LIB.moduleRunMethod(module, method, arguments, true, false);
    }

    /** Compiles the TorchScript archive in a stream. */
    public static long loadModule(InputStream archive) {
        return PyTorchLibrary.LIB.moduleLoad(archive, CPU, true, new byte[COPY_BUFFER], -1);
    }

    public static void deleteModule(long module) {
        PyTorchLibrary.LIB.torchDeleteModule(module);
    }

    /** A tensor over a direct buffer that must outlive it. */
    public static long tensorOver(ByteBuffer data, long[] shape, int djlType) {
        return PyTorchLibrary.LIB.torchFromBlob(data, shape, djlType, DENSE, CPU, false);
    }

    public static long cloneTensor(long tensor) {
        return PyTorchLibrary.LIB.tensorClone(tensor);
    }

    public static void deleteTensor(long tensor) {
        PyTorchLibrary.LIB.torchDeleteTensor(tensor);
    }

    public static long[] shape(long tensor) {
        return PyTorchLibrary.LIB.torchSizes(tensor);
    }

    /** The bytes of a contiguous CPU tensor, valid while the tensor lives. */
    public static ByteBuffer view(long tensor) {
        return PyTorchLibrary.LIB.torchDirectByteBuffer(tensor);
    }

    public static void deleteValue(long value) {
        PyTorchLibrary.LIB.torchDeleteIValue(value);
    }

    public static long valueOf(boolean value) {
        return PyTorchLibrary.LIB.iValueFromBool(value);
    }

    public static long valueOf(long value) {
        return PyTorchLibrary.LIB.iValueFromLong(value);
    }

    public static long valueOf(double value) {
        return PyTorchLibrary.LIB.iValueFromDouble(value);
    }

    public static long valueOf(String value) {
        return PyTorchLibrary.LIB.iValueFromString(value);
    }

    public static long valueOf(long[] values) {
        return PyTorchLibrary.LIB.iValueFromLongList(values);
    }

    public static long valueOf(double[] values) {
        return PyTorchLibrary.LIB.iValueFromDoubleList(values);
    }

    public static long valueOfTensor(long tensor) {
        return PyTorchLibrary.LIB.iValueFromTensor(tensor);
    }

    public static long valueOfTensors(long[] tensors) {
        return PyTorchLibrary.LIB.iValueFromTensorList(tensors);
    }

    public static long valueOfList(long[] values) {
        return PyTorchLibrary.LIB.iValueFromList(values);
    }

    public static long valueOfTensorMap(String[] keys, long[] tensors) {
        return PyTorchLibrary.LIB.iValueFromStringMap(keys, tensors);
    }

    public static long valueOfMap(String[] keys, long[] values) {
        return PyTorchLibrary.LIB.iValueFromStringIValueMap(keys, values);
    }

    public static long toTensor(long value) {
        return PyTorchLibrary.LIB.iValueToTensor(value);
    }

    public static long[] toTensors(long value) {
        return PyTorchLibrary.LIB.iValueToTensorList(value);
    }

    public static long toLong(long value) {
        return PyTorchLibrary.LIB.iValueToLong(value);
    }

    public static double toDouble(long value) {
        return PyTorchLibrary.LIB.iValueToDouble(value);
    }

    public static double[] toDoubles(long value) {
        return PyTorchLibrary.LIB.iValueToDoubleList(value);
    }

    public static long[] toLongs(long value) {
        return PyTorchLibrary.LIB.iValueToLongList(value);
    }

    public static void setGradMode(boolean on) {
        PyTorchLibrary.LIB.torchSetGradMode(on);
    }

    public static void setGraphOptimizer(boolean on) {
        PyTorchLibrary.LIB.setGraphExecutorOptimize(on);
    }

    public static void setThreads(int threads) {
        PyTorchLibrary.LIB.torchSetNumThreads(threads);
    }

    public static int threads() {
        return PyTorchLibrary.LIB.torchGetNumThreads();
    }

    public static void seed(long seed) {
        PyTorchLibrary.LIB.torchManualSeed(seed);
    }

    /** Gives cached GPU memory back to the driver. */
    public static void emptyGpuCache() {
        PyTorchLibrary.LIB.torchCudaEmptyCache();
    }
}
