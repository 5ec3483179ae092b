package dev.latentloom.engine.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.TorchBridge;
import ai.djl.util.cuda.CudaUtils;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Loads libtorch once for the process and says what it can do. */
public final class NativeEngine {
    /** Below this hidden width more threads make a step slower. */
    private static final int WIDE = 512;

    private static @Nullable Engine engine;
    private static volatile int chosenThreads;

    private NativeEngine() {}

    /**
     * Loads the native libraries; does nothing the second time.
     *
     * @param cache folder the libraries are unpacked to, once for all starts
     * @param progress hears one line when unpacking begins, since that takes seconds
     */
    public static synchronized void start(Path cache, Consumer<String> progress)
            throws WorkbenchException {
        if (engine != null) {
            return;
        }
        try {
            Files.createDirectories(cache);
            if (unpacked(cache)) {
                progress.accept("engine.loading");
            } else {
                progress.accept("engine.unpacking");
            }
            unpackTo(cache);
            // idle OpenMP threads must sleep: spinning ones slow a busy machine several times
            setEnvironment("OMP_WAIT_POLICY", "PASSIVE");
            engine = Engine.getEngine("PyTorch");
        } catch (EngineException | IOException | UnsatisfiedLinkError e) {
            throw new WorkbenchException(e, "engine.cannotLoad", cache.toString(), said(e));
        }
    }

    /** Says where native libraries are unpacked to, those of tokenizers among them. */
    public static void unpackTo(Path cache) {
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private static String said(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** Whether {@link #start} has succeeded. */
    public static synchronized boolean started() {
        return engine != null;
    }

    /** Version of libtorch. */
    public static synchronized String version() {
        return loaded().getVersion();
    }

    /**
     * Number of CUDA devices that libtorch can use; before it is loaded, of those that CUDA finds.
     */
    public static synchronized int gpus() {
        return engine == null || engine.hasCapability("CUDA") ? CudaUtils.getGpuCount() : 0;
    }

    private static Engine loaded() {
        if (engine == null) {
            throw new IllegalStateException("the native engine is not started");
        }
        return engine;
    }

    /**
     * Makes the calling thread fit for kernels: gradients off, no graph optimiser. Grad mode and
     * the optimiser flag belong to a thread, so every engine thread calls this first.
     */
    public static void enterThread() {
        synchronized (NativeEngine.class) {
            loaded();
        }
        TorchBridge.setGradMode(false);
        TorchBridge.setGraphOptimizer(false);
    }

    /** Says how many threads every operation shall use; 0 means: by the width of the model. */
    public static void chooseThreads(int threads) {
        chosenThreads = threads;
    }

    /** Sets the threads of this thread's operations: as chosen, else one below a certain width. */
    public static void fitThreads(int hidden) {
        setThreads(chosenThreads > 0 ? chosenThreads : threadsFor(hidden));
    }

    /** Threads that suit a hidden width on this machine. */
    public static int threadsFor(int hidden) {
        return hidden < WIDE ? 1 : Runtime.getRuntime().availableProcessors();
    }

    /** Sets how many threads one operation may use. */
    public static void setThreads(int threads) {
        TorchBridge.setThreads(threads);
    }

    public static int threads() {
        return TorchBridge.threads();
    }

    /** Seeds libtorch's own generator. */
    public static void seed(long seed) {
        TorchBridge.seed(seed);
    }

    private static boolean unpacked(Path cache) throws IOException {
        Path folder = cache.resolve("pytorch");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.findAny().isPresent();
        }
    }

    // libtorch is native anyway: the process is started with native access enabled
    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        var setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return; // Windows: its OpenMP has no such policy
        }
        var call =
                linker.downcallHandle(
                        setenv.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed =
                    (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv " + name);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
