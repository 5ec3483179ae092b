package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of one safetensors file, or of all shards of a model: an index of where they lie.
 * Only headers are read until values are asked for; no file stays open.
 */
public final class Safetensors {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path source;
    private final Map<String, StoredTensor> tensors;
    private final Map<String, String> metadata;

    private Safetensors(
            Path source, Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        this.source = source;
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /** Indexes one file. */
    public static Safetensors open(Path file) throws WorkbenchException {
        SafetensorsHeader header = SafetensorsHeader.read(file);
        return new Safetensors(file, header.tensors(), header.metadata());
    }

    /** Whether a model folder holds weights in this format. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(SINGLE)) || Files.exists(folder.resolve(INDEX));
    }

    /**
     * Indexes the weights of a model folder: {@code model.safetensors}, or else every shard that
     * {@code model.safetensors.index.json} lists.
     *
     * @throws WorkbenchException where there are none, where one is broken or a shard missing
     */
    public static Safetensors openModel(Path folder) throws WorkbenchException {
        Path index = folder.resolve(INDEX);
        if (Files.exists(folder.resolve(SINGLE)) || !Files.exists(index)) {
            return open(folder.resolve(SINGLE));
        }
        return openShards(folder, index);
    }

    private static Safetensors openShards(Path folder, Path index) throws WorkbenchException {
        JsonNode weights = JsonFile.object(index).path("weight_map");
        Map<String, SafetensorsHeader> shards = new HashMap<>();
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : weights.properties()) {
            String shard = plainName(index, entry.getKey(), entry.getValue());
            SafetensorsHeader header = shards.get(shard);
            if (header == null) {
                header = SafetensorsHeader.read(folder.resolve(shard));
                metadata.putAll(header.metadata());
                shards.put(shard, header);
            }
            StoredTensor tensor = header.tensors().get(entry.getKey());
            if (tensor == null) {
                throw missing(folder.resolve(shard), entry.getKey());
            }
            tensors.put(entry.getKey(), tensor);
        }
        if (tensors.isEmpty()) {
            throw new WorkbenchException(
                    "checkpoint.indexBroken", index.toString(), "it lists no tensor");
        }
        return new Safetensors(index, tensors, metadata);
    }

    /** An index may name files of its own folder only. */
    private static String plainName(Path index, String tensor, JsonNode value)
            throws WorkbenchException {
        String name = value.isTextual() ? value.textValue() : "";
        boolean plain =
                name.endsWith(".safetensors")
                        && name.chars()
                                .noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
        if (!plain) {
            throw new WorkbenchException(
                    "checkpoint.indexBroken",
                    index.toString(),
                    "it puts " + tensor + " into " + value + ", which is no file of its folder");
        }
        return name;
    }

    /** All tensors by name, in the order of the file. */
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    /** The texts of {@code __metadata__}. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Where a tensor lies.
     *
     * @throws WorkbenchException where there is none of this name
     */
    public StoredTensor tensor(String name) throws WorkbenchException {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw missing(source, name);
        }
        return tensor;
    }

    /** Values of an F32, F16, BF16 or F64 tensor, row by row, as float32. */
    public float[] floats(String name) throws WorkbenchException {
        StoredTensor tensor = tensor(name);
        requireArray(tensor);
        try (Arena arena = Arena.ofConfined()) {
            return TensorBytes.floats(tensor.name(), tensor.dtype(), map(tensor, arena));
        }
    }

    /** Values of a tensor of whole numbers or truth values, row by row. */
    public long[] longs(String name) throws WorkbenchException {
        StoredTensor tensor = tensor(name);
        requireArray(tensor);
        try (Arena arena = Arena.ofConfined()) {
            return TensorBytes.longs(tensor.name(), tensor.dtype(), map(tensor, arena));
        }
    }

    private static void requireArray(StoredTensor tensor) throws WorkbenchException {
        if (tensor.count() > Integer.MAX_VALUE - 8) {
            throw new WorkbenchException(
                    "checkpoint.tensorTooLarge",
                    tensor.name(),
                    tensor.file().toString(),
                    tensor.count());
        }
    }

    private static MemorySegment map(StoredTensor tensor, Arena arena) throws WorkbenchException {
        try (FileChannel channel = FileChannel.open(tensor.file())) {
            if (channel.size() < tensor.offset() + tensor.bytes()) {
                throw new WorkbenchException(
                        "checkpoint.safetensorsBroken",
                        tensor.file().toString(),
                        "it became shorter after it was opened");
            }
            return channel.map(
                    FileChannel.MapMode.READ_ONLY, tensor.offset(), tensor.bytes(), arena);
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "checkpoint.unreadable", tensor.file().toString(), e.toString());
        }
    }

    private static WorkbenchException missing(Path file, String tensor) {
        return new WorkbenchException("checkpoint.tensorMissing", tensor, file.toString());
    }
}
