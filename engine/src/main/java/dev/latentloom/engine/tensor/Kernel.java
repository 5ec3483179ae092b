package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiled TorchScript text, and how its methods are called. Typed faces ({@link TensorKernels} and
 * its like beside models, links and training) stand before it; nobody else calls methods by name.
 *
 * <p>Arguments may be {@link Tensor}, {@code List<Tensor>}, {@link Packed}, whole and floating
 * numbers, booleans, strings, {@code long[]}, {@code double[]}; null is None.
 */
public final class Kernel {
    private static final String NONE = "none";
    private static final String NONE_TEXT =
            """

              def none(self) -> Optional[Tensor]:
                return None
            """;

    private final long module;
    private final long none;

    private Kernel(long module) {
        this.module = module;
        this.none = TorchBridge.run(module, NONE);
    }

    /**
     * Compiles the named resources beside a class as one module; lives as long as the process.
     *
     * @throws KernelException with libtorch's line and caret where the text does not compile
     */
    public static Kernel load(Class<?> beside, String... resources) {
        StringBuilder text = new StringBuilder();
        for (String resource : resources) {
            text.append(read(beside, resource)).append('\n');
        }
        byte[] archive = TorchScript.archive(text + NONE_TEXT);
        try {
            return new Kernel(TorchBridge.loadModule(new ByteArrayInputStream(archive)));
        } catch (RuntimeException e) {
            throw failed(String.join(", ", resources), e);
        }
    }

    private static String read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource + " at " + beside);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a method that returns one tensor, which {@code owner} will own. */
    public Tensor tensor(Scope owner, String method, @Nullable Object... arguments) {
        long value = run(method, arguments);
        try {
            return owner.own(TorchBridge.toTensor(value));
        } finally {
            TorchBridge.deleteValue(value);
        }
    }

    /** Calls a method that returns a list of tensors. */
    public List<Tensor> tensors(Scope owner, String method, @Nullable Object... arguments) {
        long value = run(method, arguments);
        try {
            List<Tensor> result = new ArrayList<>();
            for (long handle : TorchBridge.toTensors(value)) {
                result.add(owner.own(handle));
            }
            return result;
        } finally {
            TorchBridge.deleteValue(value);
        }
    }

    /** Calls a method that returns a float. */
    public double number(String method, @Nullable Object... arguments) {
        long value = run(method, arguments);
        try {
            return TorchBridge.toDouble(value);
        } finally {
            TorchBridge.deleteValue(value);
        }
    }

    /** Calls a method that returns an int. */
    public long whole(String method, @Nullable Object... arguments) {
        long value = run(method, arguments);
        try {
            return TorchBridge.toLong(value);
        } finally {
            TorchBridge.deleteValue(value);
        }
    }

    /** Calls a method that returns nothing, such as one that writes into its arguments. */
    public void perform(String method, @Nullable Object... arguments) {
        TorchBridge.deleteValue(run(method, arguments));
    }

    private long run(String method, @Nullable Object... arguments) {
        long[] values = new long[arguments.length];
        int made = 0;
        try {
            for (; made < arguments.length; made++) {
                values[made] = valueOf(arguments[made]);
            }
            return TorchBridge.run(module, method, values);
        } catch (RuntimeException e) {
            throw failed(method, e);
        } finally {
            for (int i = 0; i < made; i++) {
                if (arguments[i] != null && !(arguments[i] instanceof Packed)) {
                    TorchBridge.deleteValue(values[i]);
                }
            }
        }
    }

    private static KernelException failed(String method, RuntimeException e) {
        return new KernelException(method, String.valueOf(e.getMessage()), e);
    }

    private long valueOf(@Nullable Object argument) {
        return switch (argument) {
            case null -> none;
            case Packed packed -> packed.value();
            case Tensor tensor -> TorchBridge.valueOfTensor(tensor.handle());
            case Integer number -> TorchBridge.valueOf((long) number);
            case Long number -> TorchBridge.valueOf((long) number);
            case Double number -> TorchBridge.valueOf((double) number);
            case Float number -> TorchBridge.valueOf((double) number);
            case Boolean flag -> TorchBridge.valueOf((boolean) flag);
            case String text -> TorchBridge.valueOf(text);
            case long[] numbers -> TorchBridge.valueOf(numbers);
            case double[] numbers -> TorchBridge.valueOf(numbers);
            case List<?> list -> TorchBridge.valueOfTensors(handles(list));
            default ->
                    throw new IllegalArgumentException(
                            "no kernel takes a " + argument.getClass().getName());
        };
    }

    private static long[] handles(List<?> tensors) {
        return tensors.stream().mapToLong(tensor -> ((Tensor) tensor).handle()).toArray();
    }
}
