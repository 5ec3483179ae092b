package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Objects.requireNonNull;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class LocalModelsTest {
    private static final Path MODEL = GoldenFolder.bundled().resolve("models/smollm-tied-bf16");

    @TempDir Path folder;
    private LocalModels models;
    private Path hub;

    @BeforeEach
    void setUp() throws IOException {
        models = new LocalModels(HubCache.of(Map.of("HF_HOME", folder + "/hf"), folder));
        hub = Files.createDirectories(folder.resolve("hf/hub"));
    }

    private static Path copy(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(requireNonNull(file.getFileName()).toString()));
            }
        }
        return target;
    }

    private List<ModelSummary> found() {
        return models.in(List.of(folder.resolve("models")));
    }

    private String reason(Path model) {
        return requireNonNull(ModelProbe.folder(model, "x").reason()).key();
    }

    @Test
    void aModelIsSummedUpWithoutBeingLoaded() throws IOException {
        Path model = copy(folder.resolve("models/deep/er/smol"));
        ModelSummary summary = found().getFirst();
        assertEquals(model, summary.path());
        assertEquals("smol", summary.name());
        assertTrue(summary.usable());
        assertEquals("llama", summary.family());
        assertEquals(
                List.of(3, 54, 384),
                List.of(summary.layers(), summary.hidden(), summary.vocabulary()));
        // tied table, and in each layer: q and o 54², k and v 54·18, MLP 3·54·96, two norms; a last
        // norm
        long layer = 2 * 54 * 54 + 2 * 54 * 18 + 3 * 54 * 96 + 2 * 54;
        assertEquals(384 * 54 + 3 * layer + 54, summary.parameters());
        assertEquals("BF16", summary.dtype());
        assertEquals(Files.size(model.resolve("model.safetensors")), summary.bytes());
    }

    @Test
    void brokenModelsAreListedWithTheReason() throws IOException {
        Path model = copy(folder.resolve("models/m"));
        Files.delete(model.resolve("tokenizer.json"));
        assertEquals("checkpoint.noTokenizer", reason(model));
        String config = Files.readString(model.resolve("config.json"));
        Files.writeString(model.resolve("config.json"), config.replace("384", "390"));
        assertEquals("checkpoint.configMismatch", reason(model));
        Files.writeString(model.resolve("config.json"), config.substring(20));
        assertEquals("checkpoint.jsonBroken", reason(model));
        assertEquals(1, found().size());
        Files.writeString(model.resolve("config.json"), config);
        Files.write(model.resolve("model.safetensors"), new byte[100]);
        assertEquals("checkpoint.safetensorsBroken", reason(model));
        Files.delete(model.resolve("model.safetensors"));
        assertEquals("checkpoint.noWeights", reason(model));
        Files.write(model.resolve("pytorch_model.bin"), new byte[100]);
        assertEquals("checkpoint.onlyPickle", reason(model));
        assertEquals(100, found().getFirst().bytes());
    }

    @Test
    void ggufFilesAreRecognised() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.write(folder.resolve("models/m.Q4_K_M.gguf"), new byte[7]);
        ModelSummary summary = found().getFirst();
        assertEquals("checkpoint.gguf", requireNonNull(summary.reason()).key());
        assertEquals("m.Q4_K_M.gguf", summary.name());
        assertEquals(7, summary.bytes());
    }

    @Test
    void theSearchEndsWhereLinksCircleAndWhereItGetsTooDeep() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.createSymbolicLink(models.resolve("again"), models);
        copy(models.resolve("a/b/c/d/e"));
        copy(models.resolve(".hidden"));
        assertTrue(found().isEmpty());
        copy(models.resolve("a/b/c/near"));
        assertEquals(1, found().size());
    }

    @Test
    void theCacheIsReadThroughItsLinks() throws IOException {
        Path model = hub.resolve("models--acme--tiny-lm");
        Path blobs = copy(model.resolve("blobs"));
        Path used = Files.createDirectories(model.resolve("snapshots/aaaa"));
        Path later = Files.createDirectories(model.resolve("snapshots/bbbb"));
        try (Stream<Path> files = Files.list(blobs)) {
            for (Path blob : files.toList()) {
                Files.createSymbolicLink(
                        used.resolve(requireNonNull(blob.getFileName()).toString()), blob);
            }
        }
        Files.setLastModifiedTime(used, FileTime.fromMillis(1000));
        Files.createDirectories(model.resolve("refs"));
        Files.writeString(model.resolve("refs/main"), "aaaa\n");
        ModelSummary summary = models.inCache().getFirst();
        assertEquals("acme/tiny-lm", summary.name());
        assertEquals(used, summary.path());
        assertTrue(summary.usable());
        assertEquals(Files.size(blobs.resolve("model.safetensors")), summary.bytes());
        Files.writeString(model.resolve("refs/main"), "../../..");
        assertEquals(
                later, models.inCache().getFirst().path(), "the latest, where main is unclear");
        assertEquals("checkpoint.fileMissing", reason(later));
    }

    @Test
    void theEnvironmentSaysWhereTheCacheIs() {
        Path home = Path.of("/home/u");
        assertEquals(
                Path.of("/home/u/.cache/huggingface/hub"), HubCache.of(Map.of(), home).folder());
        assertEquals(
                Path.of("/home/u/x"), HubCache.of(Map.of("HF_HUB_CACHE", "~/x"), home).folder());
        assertEquals(
                Path.of("/c/huggingface/hub"),
                HubCache.of(Map.of("XDG_CACHE_HOME", "/c"), home).folder());
    }

    @Test
    void namesAndPathsAreResolved() throws Exception {
        Path project = folder.resolve("project");
        Path own = copy(project.resolve("models/tiny"));
        Path cached = copy(hub.resolve("models--acme--tiny/snapshots/cccc"));
        assertEquals(own, models.resolve("models/tiny", project));
        assertEquals(own, models.resolve("../project/models/tiny", project));
        assertEquals(own, models.resolve(own.toString(), folder));
        assertEquals(cached, models.resolve("acme/tiny", project));
        for (String wrong : List.of("acme/other", "", "..--x", "\0", "a/b/c", "models/none")) {
            WorkbenchException e =
                    assertThrows(
                            WorkbenchException.class, () -> models.resolve(wrong, project), wrong);
            assertEquals("checkpoint.modelNotFound", e.key());
        }
    }
}
