package dev.latentloom.views.home;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the bundled samples: folders that hold {@code project.json} and {@code sample.json} with
 * {@code title}, {@code tryFirst} and {@code order}.
 */
public final class SampleGallery {
    private SampleGallery() {}

    /**
     * The samples below a folder in their order; empty where there is no such folder.
     *
     * @throws IOException where a folder or a {@code sample.json} cannot be read
     */
    public static List<Sample> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path candidate : folders.filter(SampleGallery::complete).toList()) {
                samples.add(read(candidate));
            }
        }
        samples.sort(Comparator.comparingInt(Sample::order).thenComparing(Sample::title));
        return List.copyOf(samples);
    }

    private static boolean complete(Path folder) {
        return Files.isRegularFile(folder.resolve("project.json"))
                && Files.isRegularFile(folder.resolve("sample.json"));
    }

    private static Sample read(Path folder) throws IOException {
        JsonNode json = RunJson.MAPPER.readTree(folder.resolve("sample.json").toFile());
        return new Sample(
                folder,
                json.path("title").asText(String.valueOf(folder.getFileName())),
                json.path("tryFirst").asText(),
                json.path("order").asInt(Integer.MAX_VALUE));
    }
}
