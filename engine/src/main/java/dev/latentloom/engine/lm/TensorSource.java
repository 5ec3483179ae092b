package dev.latentloom.engine.lm;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

/** Where a model's weights come from: a checkpoint, or chance. */
interface TensorSource {
    /** Whether a tensor of this full name is there. */
    boolean has(String name);

    /**
     * A tensor on the model's device.
     *
     * @param name full name
     * @param shape the shape it must have
     * @param type the type it shall have
     */
    Tensor read(String name, Shape shape, DType type) throws WorkbenchException;
}
