package dev.latentloom.views.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class SampleGalleryTest {
    @TempDir Path folder;

    private void sample(String name, String json) throws IOException {
        Path sample = Files.createDirectories(folder.resolve(name));
        Files.writeString(sample.resolve("project.json"), "{}");
        Files.writeString(sample.resolve("sample.json"), json);
    }

    @Test
    void samplesComeInTheirOrder() throws IOException {
        sample("b", "{\"title\": \"Relay\", \"tryFirst\": \"Ask\", \"order\": 1}");
        sample("a", "{\"title\": \"Later\", \"tryFirst\": \"Ask\", \"order\": 2}");
        Files.createDirectories(folder.resolve("no-sample"));
        assertEquals(
                List.of("Relay", "Later"),
                SampleGallery.in(folder).stream().map(Sample::title).toList());
    }

    @Test
    void missingFolderHasNoSamples() throws IOException {
        assertEquals(List.of(), SampleGallery.in(folder.resolve("none")));
    }

    @Test
    void bundledSamplesAreAllShownEachWithAFirstStep() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("sample-projects"))) {
            here = Objects.requireNonNull(here.getParent(), "no sample-projects above");
        }
        List<Sample> samples = SampleGallery.in(here.resolve("sample-projects"));
        assertEquals(
                List.of(
                        "Relay",
                        "Fork",
                        "Trio",
                        "Ladder",
                        "Errata",
                        "Relay with two critics",
                        "Bring your own models",
                        "Three widths: a tour"),
                samples.stream().map(Sample::title).toList());
        assertTrue(samples.stream().noneMatch(sample -> sample.tryFirst().isBlank()));
    }
}
