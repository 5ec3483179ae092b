package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a checkpoint of random weights in the shape a config.json asks for, one shard a layer: to
 * measure speed and memory at a size whose real weights are not at hand.
 */
public final class RandomCheckpoint {
    private static final Pattern LAYER = Pattern.compile("\\.(?:layers|h)\\.(\\d+)\\.");

    private RandomCheckpoint() {}

    /**
     * Writes {@code config.json}, shards and their index in f32; needs the native engine.
     *
     * @param folder made if need be
     * @param configJson text of the config.json
     */
    public static void write(Path folder, String configJson, long seed, JobMonitor monitor)
            throws WorkbenchException {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.json"), configJson);
            writeShards(folder, shapes(folder), seed, monitor);
        } catch (IOException e) {
            throw new WorkbenchException(e, "model.cannotWrite", folder.toString(), e.toString());
        }
    }

    private static Map<String, Shape> shapes(Path folder) throws WorkbenchException {
        LmConfig config = LmConfig.read(folder);
        try (Scope scope = Scope.open()) {
            ShapeRecorder recorder = new ShapeRecorder(config, scope);
            Weights weights = new Weights(folder, recorder, DType.F32, scope);
            CausalLm unused =
                    new CausalLm(folder, config, DeviceChoice.META, weights, JobMonitor.NONE);
            unused.close();
            return recorder.asked();
        }
    }

    private static void writeShards(
            Path folder, Map<String, Shape> shapes, long seed, JobMonitor monitor)
            throws WorkbenchException, IOException {
        Map<String, Map<String, Shape>> shards = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) ->
                        shards.computeIfAbsent(shard(name), key -> new LinkedHashMap<>())
                                .put(name, shape));
        Map<String, String> index = new TreeMap<>();
        long state = seed;
        int done = 0;
        for (Map.Entry<String, Map<String, Shape>> shard : shards.entrySet()) {
            monitor.checkCancelled();
            SafetensorsWriter writer = new SafetensorsWriter();
            for (Map.Entry<String, Shape> entry : shard.getValue().entrySet()) {
                float[] values = values(entry.getValue(), ++state);
                writer.floats(entry.getKey(), entry.getValue(), values);
                index.put(entry.getKey(), shard.getKey());
            }
            writer.write(folder.resolve(shard.getKey()));
            monitor.progress(++done, shards.size());
        }
        String text = RunJson.MAPPER.writeValueAsString(Map.of("weight_map", index));
        Files.writeString(folder.resolve("model.safetensors.index.json"), text);
    }

    private static String shard(String name) {
        Matcher layer = LAYER.matcher(name);
        return layer.find()
                ? "layer-%03d.safetensors".formatted(Integer.parseInt(layer.group(1)))
                : "rest.safetensors";
    }

    /** Matrices uniform with variance 1/columns, vectors about one. */
    private static float[] values(Shape shape, long seed) {
        float[] values = new float[Math.toIntExact(shape.size())];
        boolean vector = shape.rank() == 1;
        float width = vector ? 0.1f : (float) Math.sqrt(3.0 / shape.get(-1));
        float middle = vector ? 1 : 0;
        long state = seed * 0x9E3779B97F4A7C15L + 1;
        for (int i = 0; i < values.length; i++) {
            state ^= state << 13; // xorshift: half a billion values in a second or two
            state ^= state >>> 7;
            state ^= state << 17;
            values[i] = middle + width * ((state >> 40) / (float) (1 << 23));
        }
        return values;
    }
}
