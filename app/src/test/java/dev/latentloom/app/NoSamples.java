package dev.latentloom.app;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.nio.file.Path;

/** Home offers no samples during a test; the tests after it open the bundled ones. */
final class NoSamples implements BeforeEachCallback, AfterEachCallback {
    private static final String PROPERTY = "latentloom.samples";
    private static final String BUNDLED = System.getProperty(PROPERTY, "");

    @Override
    public void beforeEach(ExtensionContext test) {
        System.setProperty(PROPERTY, Path.of("target", "no-samples").toAbsolutePath().toString());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setProperty(PROPERTY, BUNDLED);
    }
}
