package dev.latentloom.engine.lm;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model's weights under the names their families know, without the prefix that a checkpoint may
 * have before all of them, on the model's device in the model's type.
 */
final class Weights {
    /** Where the text model's tensors may stand; a multimodal checkpoint nests them. */
    private static final List<String> PREFIXES =
            List.of(
                    "model.",
                    "",
                    "model.language_model.",
                    "language_model.model.",
                    "transformer.",
                    "gpt_neox.");

    private static final List<String> FIRST =
            List.of("embed_tokens.weight", "wte.weight", "embed_in.weight");

    private final TensorSource source;
    private final String prefix;
    private final DType type;
    private final Scope scope;
    private long bytes;

    Weights(Path folder, TensorSource source, DType type, Scope scope) throws WorkbenchException {
        this.source = source;
        this.prefix = findPrefix(folder);
        this.type = type;
        this.scope = scope;
    }

    DType type() {
        return type;
    }

    /** Owns every tensor this gives. */
    Scope scope() {
        return scope;
    }

    private String findPrefix(Path folder) throws WorkbenchException {
        for (String candidate : PREFIXES) {
            for (String first : FIRST) {
                if (source.has(candidate + first)) {
                    return candidate;
                }
            }
        }
        throw new WorkbenchException("model.noEmbedding", folder.toString());
    }

    /** A tensor of the layers or around them, of exactly this shape. */
    Tensor get(String name, Shape shape) throws WorkbenchException {
        return read(prefix + name, shape, type);
    }

    private Tensor read(String name, Shape shape, DType as) throws WorkbenchException {
        bytes += shape.size() * as.bytes();
        return source.read(name, shape, as);
    }

    /** Bytes of the tensors that were read, in the types they are held in. */
    long bytes() {
        return bytes;
    }

    /** A tensor that stands outside of the prefix, such as the output table. */
    Tensor unprefixed(String name, Shape shape) throws WorkbenchException {
        String nested = prefix.endsWith("model.") ? prefix.substring(0, prefix.length() - 6) : "";
        String found = Stream.of(name, nested + name).filter(source::has).findFirst().orElse(name);
        return read(found, shape, type);
    }

    /** A tensor kept in f32, such as a norm's weight; f64 in a model of that type. */
    Tensor f32(String name, Shape shape) throws WorkbenchException {
        return read(prefix + name, shape, type == DType.F64 ? DType.F64 : DType.F32);
    }

    /** 1 + w, as gemma and qwen3_5 multiply in their norms. */
    Tensor plusOne(Tensor weight) {
        return TensorKernels.plus(weight, 1, scope);
    }

    /** A view of some rows. */
    Tensor slice(Tensor fused, long start, long rows) {
        return TensorKernels.narrow(fused, 0, start, rows, scope);
    }

    /** A matrix stored (in, out), turned to (out, in). */
    Tensor transposed(String name, Shape shape) throws WorkbenchException {
        return TensorKernels.transposed(get(name, shape), scope);
    }

    /** One of q, k, v where each head's three stand together along the first axis. */
    Tensor interleaved(Tensor fused, int heads, int width, int part) {
        Shape shape = fused.shape();
        long columns = shape.rank() == 1 ? 1 : shape.get(1);
        try (Scope scratch = scope.child()) {
            Tensor split =
                    TensorKernels.reshape(
                            fused, Shape.of(heads, 3, (long) width * columns), scratch);
            Tensor one = TensorKernels.narrow(split, 1, part, 1, scratch);
            Shape whole =
                    shape.rank() == 1
                            ? Shape.of((long) heads * width)
                            : Shape.of((long) heads * width, columns);
            return scope.adopt(TensorKernels.reshape(one, whole, scratch));
        }
    }
}
