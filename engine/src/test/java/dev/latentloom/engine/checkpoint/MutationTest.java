package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files that went wrong in any way are read, or refused with a reason; never anything else. */
class MutationTest {
    private static final int MUTATIONS_OF_EACH = 400;
    private static final Pattern JSON_VALUE =
            Pattern.compile("-?\\d[\\d.eE+-]*|true|false|null|\"[^\"]*\"|\\[[^\\[\\]]*\\]");
    private static final List<String> VALUES =
            List.of(
                    "-1",
                    "0",
                    "1",
                    "7",
                    "1e308",
                    "-1e-308",
                    "2147483648",
                    "9223372036854775807",
                    "99999999999999999999",
                    "0.5",
                    "null",
                    "true",
                    "\"x\"",
                    "\"\"",
                    "[]",
                    "{}",
                    "[1, 2]",
                    "NaN",
                    "\"../x.safetensors\"",
                    "\"longrope\"",
                    "\"yarn\"");

    @TempDir Path folder;
    private int read;
    private int refused;

    /** Reads a mutated file in some way. */
    private interface Reader {
        void read(Path file) throws WorkbenchException;
    }

    private record Subject(String file, List<byte[]> originals, boolean json, Reader reader) {}

    private void write(String file, String... tensors) throws WorkbenchException {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (String tensor : tensors) {
            writer.floats(tensor, Shape.of(2, 3), new float[6]);
        }
        writer.write(folder.resolve(file));
    }

    private static void readAll(Safetensors tensors) throws WorkbenchException {
        for (StoredTensor tensor : tensors.tensors().values()) {
            if (tensor.dtype().floating()) {
                tensors.floats(tensor.name());
            } else {
                tensors.longs(tensor.name());
            }
        }
    }

    private static void readRopes(LmConfig config) {
        for (LayerPlan layer : config.layers()) {
            if (layer.rope() != null) {
                layer.rope().inverseFrequencies(1000);
            }
        }
    }

    private List<Subject> subjects() throws IOException, WorkbenchException {
        write("t.safetensors", "model.a", "model.b", "model.c");
        write("s-1.safetensors", "model.a");
        write("s-2.safetensors", "model.b");
        String index =
                "{\"metadata\": {\"total_size\": 48}, \"weight_map\":"
                        + " {\"model.a\": \"s-1.safetensors\", \"model.b\": \"s-2.safetensors\"}}";
        List<byte[]> configs = new ArrayList<>();
        for (Path model : GoldenFolder.models()) {
            configs.add(Files.readAllBytes(model.resolve("config.json")));
        }
        Path official = GoldenFolder.root().resolve("official");
        return List.of(
                new Subject(
                        "model.safetensors",
                        List.of(Files.readAllBytes(folder.resolve("t.safetensors"))),
                        true,
                        file -> readAll(Safetensors.open(file))),
                new Subject(
                        "model.safetensors.index.json",
                        List.of(index.getBytes(StandardCharsets.UTF_8)),
                        true,
                        file -> readAll(Safetensors.openModel(folder))),
                new Subject("config.json", configs, true, file -> readRopes(LmConfig.read(folder))),
                new Subject(
                        "x.pt",
                        List.of(
                                Files.readAllBytes(official.resolve("views/views.pt")),
                                Files.readAllBytes(
                                        official.resolve("Sequential-Planner/adapter(math).pt"))),
                        false,
                        TensorPickle::read));
    }

    @Test
    void mutatedFilesAreReadOrRefusedWithAReason() throws Exception {
        List<Subject> subjects = subjects();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (Subject subject : subjects) {
                        for (int seed = 0; seed < MUTATIONS_OF_EACH; seed++) {
                            tryOne(subject, seed);
                        }
                        Files.delete(folder.resolve(subject.file()));
                    }
                });
        assertTrue(read >= 50 && refused >= 500, read + " read, " + refused + " refused");
    }

    private void tryOne(Subject subject, int seed) throws IOException {
        Random random = new Random(seed);
        byte[] original = subject.originals().get(seed % subject.originals().size());
        byte[] mutated = mutate(original, subject, random);
        Path file = folder.resolve(subject.file());
        Files.write(file, mutated);
        try {
            subject.reader().read(file);
            read++;
        } catch (WorkbenchException e) {
            refused++;
            assertTrue(e.arguments().toString().contains(folder.toString()), "names a file: " + e);
        } catch (RuntimeException | Error e) {
            fail(subject.file() + ", seed " + seed, e);
        }
    }

    private static byte[] mutate(byte[] original, Subject subject, Random random) {
        byte[] bytes = original.clone();
        int hot = Math.min(bytes.length, 1200); // where headers and pickles are
        switch (random.nextInt(subject.json() ? 6 : 4)) {
            case 0 -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    bytes[random.nextInt(hot)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> { // a length or offset somewhere, the first one most often
                int at = random.nextBoolean() ? 0 : random.nextInt(bytes.length - 8);
                long value = random.nextBoolean() ? random.nextInt(2000) : random.nextLong();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
            }
            case 3 -> { // the end, where a zip file has its directory
                int at = bytes.length - 1 - random.nextInt(hot);
                bytes[at] = (byte) random.nextInt(256);
            }
            default -> bytes = editValue(bytes, random);
        }
        return bytes;
    }

    /** Puts another value in place of one of a JSON text, leaving everything else as it is. */
    private static byte[] editValue(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> values = JSON_VALUE.matcher(text).results().toList();
        MatchResult value = values.get(random.nextInt(values.size()));
        String edited =
                text.substring(0, value.start())
                        + VALUES.get(random.nextInt(VALUES.size()))
                        + text.substring(value.end());
        byte[] result = edited.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes[0] != '{') { // a safetensors header, whose length has to follow
            ByteBuffer prefix = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN);
            prefix.putLong(0, prefix.getLong(0) + result.length - bytes.length);
        }
        return result;
    }
}
