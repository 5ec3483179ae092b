package dev.latentloom.engine.tensor;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.nio.file.Path;

/** Starts the native engine for a test class and makes its thread fit for kernels. */
public final class TestEngine implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws WorkbenchException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "latentloom", "natives");
        NativeEngine.start(cache, line -> {});
        NativeEngine.enterThread();
        NativeEngine.setThreads(1);
    }
}
