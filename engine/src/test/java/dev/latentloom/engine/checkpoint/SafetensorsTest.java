package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SafetensorsTest {
    @TempDir Path folder;

    private Path file(String json, byte[] data) throws IOException {
        byte[] header = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .put(data);
        Path file = folder.resolve("model.safetensors");
        Files.write(file, bytes.array());
        return file;
    }

    private void write(String file, String tensor, float... values) throws WorkbenchException {
        new SafetensorsWriter()
                .floats(tensor, Shape.of(values.length), values)
                .write(folder.resolve(file));
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Path file = folder.resolve("deep/er/links.safetensors");
        float[] large = new float[600_000]; // more than one chunk
        large[599_999] = 1.5f;
        new SafetensorsWriter()
                .metadata("design", "ln_res")
                .raw("flag", DType.BOOL, Shape.of(3), new byte[] {1, 0, 1})
                .floats("w", Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, -6})
                .floats("large", Shape.of(600, 1000), large)
                .floats("none", Shape.of(0, 4), new float[0])
                .raw("id", DType.I64, Shape.of(), new byte[] {7, 1, 0, 0, 0, 0, 0, 0})
                .write(file);
        Safetensors read = Safetensors.open(file);
        assertEquals(Map.of("design", "ln_res"), read.metadata());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, -6}, read.floats("w"));
        assertArrayEquals(large, read.floats("large"));
        assertArrayEquals(new float[0], read.floats("none"));
        assertArrayEquals(new long[] {263}, read.longs("id"));
        assertArrayEquals(new long[] {1, 0, 1}, read.longs("flag"));
        assertEquals(Shape.of(2, 3), read.tensor("w").shape());
        assertEquals(0, read.tensor("w").offset() % 4);
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "no temporary file stays");
        }
    }

    @Test
    void halvesAreWidenedExactly() throws Exception {
        byte[] data = {0, 0x3c, 0, (byte) 0xc0, (byte) 0x80, 0x3f, 0x40, (byte) 0xc0};
        Path file =
                file(
                        "{'h': {'dtype': 'F16', 'shape': [2], 'data_offsets': [0, 4]},"
                                + " 'b': {'dtype': 'BF16', 'shape': [2], 'data_offsets': [4, 8]}} ",
                        data);
        Safetensors read = Safetensors.open(file);
        assertArrayEquals(new float[] {1, -2}, read.floats("h"));
        assertArrayEquals(new float[] {1, -3}, read.floats("b"));
    }

    @Test
    void anUnknownTypeFailsOnlyWhenItIsUsed() throws Exception {
        Path file =
                file(
                        "{'q': {'dtype': 'F8_E4M3', 'shape': [3], 'data_offsets': [0, 3]},"
                                + " 'u': {'dtype': 'U8', 'shape': [1], 'data_offsets': [3, 4]}}",
                        new byte[] {1, 2, 3, (byte) 200});
        Safetensors read = Safetensors.open(file);
        assertArrayEquals(new long[] {200}, read.longs("u"));
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> read.floats("q"));
        assertEquals("checkpoint.unsupportedType", e.key());
        assertEquals("checkpoint.notFloating", key(() -> read.floats("u")));
        assertEquals("checkpoint.tensorMissing", key(() -> read.floats("z")));
    }

    private static String key(Executable act) {
        return assertThrows(WorkbenchException.class, act).key();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 12]}}", // beyond the end
                "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}}", // rest unclaimed
                "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}}", // hole
                "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]},"
                        + "'b': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}}", // overlap
                "{'a': {'dtype': 'F32', 'shape': [3], 'data_offsets': [0, 8]}}", // shape
                "{'a': {'dtype': 'F32', 'shape': [-2], 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 'F32', 'shape': [2.0], 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 'F32', 'shape': [4294967296, 4294967296], 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [8, 0]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets':"
                        + " [9223372036854775800, 9223372036854775807]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 99999999999999999999]}}",
                "{'a': {'dtype': 'F32', 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 4, 'shape': [2], 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]},"
                        + "'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}}",
                "{'a': 3}",
                "{'__metadata__': {'x': 3}, 'a': {'dtype': 'F32', 'shape': [2],"
                        + " 'data_offsets': [0, 8]}}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}",
                "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}} {}",
                "{}",
                "[]",
            })
    void aHeaderThatDoesNotFitItsFileIsRefused(String json) throws Exception {
        Path file = file(json, new byte[8]);
        assertEquals("checkpoint.safetensorsBroken", key(() -> Safetensors.open(file)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 1_000_000_000_000L, -1})
    void anImpossibleHeaderLengthIsRefused(long length) throws Exception {
        Path file = folder.resolve("x.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        assertEquals("checkpoint.safetensorsBroken", key(() -> Safetensors.open(file)));
        Files.write(file, new byte[5]);
        assertEquals("checkpoint.safetensorsBroken", key(() -> Safetensors.open(file)));
    }

    @Test
    void shardsAreOneModel() throws Exception {
        write("a-1.safetensors", "x", 1);
        write("a-2.safetensors", "y", 2, 3);
        index("{'weight_map': {'x': 'a-1.safetensors', 'y': 'a-2.safetensors'}}");
        Safetensors model = Safetensors.openModel(folder);
        assertArrayEquals(new float[] {2, 3}, model.floats("y"));
        assertEquals(2, model.tensors().size());
    }

    @Test
    void anIndexMayNotLieNorLeaveItsFolder() throws Exception {
        write("a-1.safetensors", "x", 1);
        index("{'weight_map': {'x': 'a-2.safetensors'}}");
        assertEquals("checkpoint.fileMissing", key(() -> Safetensors.openModel(folder)));
        index("{'weight_map': {'y': 'a-1.safetensors'}}");
        assertEquals("checkpoint.tensorMissing", key(() -> Safetensors.openModel(folder)));
        for (String shard :
                new String[] {
                    "'../a-1.safetensors'", "'/a.safetensors'", "'..'", "''", "3", "'b.bin'"
                }) {
            index("{'weight_map': {'x': " + shard + "}}");
            assertEquals("checkpoint.indexBroken", key(() -> Safetensors.openModel(folder)));
        }
        index("{'weight_map': {}}");
        assertEquals("checkpoint.indexBroken", key(() -> Safetensors.openModel(folder)));
    }

    private void index(String json) throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), json.replace('\'', '"'));
    }

    @Test
    void filesBeyondTwoGigabytesAreRead() throws Exception {
        long first = 3L << 30; // sparse: takes no room on the disk
        String json =
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]},"
                                .formatted(first, first)
                        + "\"z\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}}"
                                .formatted(first, first + 4);
        Path file = file(json, new byte[0]);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(8 + json.length() + first);
            access.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
        }
        Safetensors read = Safetensors.open(file);
        assertArrayEquals(new float[] {1}, read.floats("z"));
        assertEquals(first, read.tensor("a").count());
        assertEquals("checkpoint.tensorTooLarge", key(() -> read.longs("a")));
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOldOne() throws Exception {
        Path file = folder.resolve("links.safetensors");
        Files.createDirectories(file.resolve("in the way"));
        assertEquals("checkpoint.unwritable", key(() -> write("links.safetensors", "x", 1)));
        assertTrue(Files.isDirectory(file));
    }
}
