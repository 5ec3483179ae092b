package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at one model without loading it: what it is, how large, and whether it can be used. */
final class ModelProbe {
    private static final String CONFIG = "config.json";
    private static final List<String> EMBEDDINGS =
            List.of("embed_tokens.weight", "wte.weight", "embed_in.weight");

    private final Path path;
    private final String name;
    private @Nullable LmConfig config;
    private @Nullable WorkbenchException reason;
    private long parameters;
    private String dtype = "";

    private ModelProbe(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Whether a folder is meant to be a model, however broken. */
    static boolean looksLikeModel(Path folder) {
        if (Safetensors.isIn(folder)) {
            return true;
        }
        try {
            return Files.isRegularFile(folder.resolve(CONFIG))
                    && JsonFile.object(folder.resolve(CONFIG)).hasNonNull("model_type");
        } catch (WorkbenchException e) {
            return false; // a broken config.json with no weights beside it may be anything
        }
    }

    /** What a model folder holds. */
    static ModelSummary folder(Path folder, String name) {
        ModelProbe probe = new ModelProbe(folder, name);
        try {
            probe.config = LmConfig.read(folder);
        } catch (WorkbenchException e) {
            probe.reason = e;
        }
        try {
            probe.readWeights();
        } catch (WorkbenchException e) {
            probe.keep(e);
        }
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            probe.keep(new WorkbenchException("checkpoint.noTokenizer", folder.toString()));
        }
        return probe.summary(weightBytes(folder));
    }

    /** A GGUF file: recognised, and why it cannot take part. */
    static ModelSummary gguf(Path file) {
        ModelProbe probe = new ModelProbe(file, String.valueOf(file.getFileName()));
        probe.reason = ggufReason(file);
        return probe.summary(size(file));
    }

    static WorkbenchException ggufReason(Path file) {
        return new WorkbenchException("checkpoint.gguf", file.toString());
    }

    static boolean isGguf(Path file) {
        return file.toString().endsWith(".gguf");
    }

    private void keep(WorkbenchException next) {
        if (reason == null) { // the first one is the one to be mended first
            reason = next;
        }
    }

    private void readWeights() throws WorkbenchException {
        if (!Safetensors.isIn(path)) {
            boolean pickled =
                    Files.exists(path.resolve("pytorch_model.bin"))
                            || Files.exists(path.resolve("pytorch_model.bin.index.json"));
            throw new WorkbenchException(
                    pickled ? "checkpoint.onlyPickle" : "checkpoint.noWeights", path.toString());
        }
        Map<DType, Long> counts = new EnumMap<>(DType.class);
        WorkbenchException unsupported = null;
        for (StoredTensor tensor : Safetensors.openModel(path).tensors().values()) {
            parameters += tensor.count();
            try {
                counts.merge(tensor.dtype(), tensor.count(), Long::sum);
            } catch (WorkbenchException e) {
                unsupported = e;
            }
            checkEmbedding(tensor);
        }
        dtype =
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(entry -> entry.getKey().name())
                        .orElse("");
        if (unsupported != null) {
            throw unsupported;
        }
    }

    private void checkEmbedding(StoredTensor tensor) {
        boolean embedding = EMBEDDINGS.stream().anyMatch(tensor.name()::endsWith);
        if (config == null || !embedding || tensor.shape().rank() != 2) {
            return;
        }
        if (tensor.shape().get(0) != config.vocab() || tensor.shape().get(1) != config.hidden()) {
            keep(
                    new WorkbenchException(
                            "checkpoint.configMismatch",
                            path.toString(),
                            tensor.name(),
                            tensor.shape().toString(),
                            config.vocab(),
                            config.hidden()));
        }
    }

    private ModelSummary summary(long bytes) {
        return new ModelSummary(
                path,
                name,
                config == null ? "" : config.family().modelType(),
                config == null ? 0 : config.layers().size(),
                config == null ? 0 : config.hidden(),
                config == null ? 0 : config.vocab(),
                parameters,
                dtype,
                bytes,
                reason);
    }

    private static long weightBytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ModelProbe::isWeights).mapToLong(ModelProbe::size).sum();
        } catch (IOException e) {
            return 0; // whatever keeps it from being listed is in the reason already
        }
    }

    private static boolean isWeights(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".safetensors")
                || (name.startsWith("pytorch_model") && name.endsWith(".bin"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // a link into the cache whose download is not complete
        }
    }
}
