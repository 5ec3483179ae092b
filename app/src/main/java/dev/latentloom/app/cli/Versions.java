package dev.latentloom.app.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that Maven has written into the jar. */
final class Versions implements IVersionProvider {
    private static final String FILE = "/dev/latentloom/app/version.properties";

    static String program() {
        Properties properties = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing in the jar");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"LatentLoom " + program(), "Java " + Runtime.version()};
    }
}
