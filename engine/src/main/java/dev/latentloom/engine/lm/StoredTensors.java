package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.StoredTensor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Tensors of a checkpoint: views of the mapped file where the model's device and type agree with
 * the file, converted copies elsewhere.
 */
final class StoredTensors implements TensorSource {
    private final Safetensors stored;
    private final DeviceChoice device;
    private final Scope scope;
    private final Map<String, Tensor> maps = new HashMap<>();

    StoredTensors(Path folder, DeviceChoice device, Scope scope) throws WorkbenchException {
        this.stored = Safetensors.openModel(folder);
        this.device = device;
        this.scope = scope;
    }

    @Override
    public boolean has(String name) {
        return stored.tensors().containsKey(name);
    }

    @Override
    public Tensor read(String name, Shape shape, DType type) throws WorkbenchException {
        StoredTensor entry = stored.tensor(name);
        if (!entry.shape().equals(shape)) {
            throw new WorkbenchException(
                    "model.weightShape",
                    name,
                    entry.file().toString(),
                    entry.shape().toString(),
                    shape.toString());
        }
        Tensor raw = mapped(entry);
        if (entry.dtype() == type && !device.cuda()) {
            return raw;
        }
        return TensorKernels.to(raw, device, type, scope);
    }

    private Tensor mapped(StoredTensor entry) throws WorkbenchException {
        DType type = entry.dtype();
        if (entry.offset() % type.bytes() != 0) {
            Tensor bytes = map(entry.file(), DType.U8);
            return TensorKernels.reinterpreted(bytes, entry.offset(), type, entry.shape(), scope);
        }
        Tensor all = map(entry.file(), type);
        return TensorKernels.view(all, entry.offset() / type.bytes(), entry.shape(), scope);
    }

    private Tensor map(Path file, DType as) {
        return maps.computeIfAbsent(
                as + "@" + file,
                key ->
                        TensorKernels.mapped(
                                file.toAbsolutePath(),
                                file.toFile().length() / as.bytes(),
                                as,
                                scope));
    }
}
