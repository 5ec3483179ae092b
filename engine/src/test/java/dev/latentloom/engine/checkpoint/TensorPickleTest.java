package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class TensorPickleTest {
    private static final Path OFFICIAL = GoldenFolder.root().resolve("official");

    /** Pickle of a storage 0 of 8 floats, its describing tuple left open for more. */
    private static final String STORAGE =
            "ctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\n"
                    + "X\1\0\0\0"
                    + "0X\3\0\0\0cpuK\10tQ";

    @TempDir Path folder;

    private static JsonNode index() throws IOException {
        return RunJson.MAPPER.readTree(OFFICIAL.resolve("index.json").toFile());
    }

    private static Stream<JsonNode> each(String part) throws IOException {
        return StreamSupport.stream(index().get(part).spliterator(), false);
    }

    @TestFactory
    Stream<DynamicTest> officialLinksAreReadBitForBit() throws IOException {
        return each("links")
                .map(
                        link ->
                                DynamicTest.dynamicTest(
                                        link.get("file").asText(), () -> checkLink(link)));
    }

    private static void checkLink(JsonNode link) throws Exception {
        var tensors = TensorPickle.read(OFFICIAL.resolve(link.get("file").asText()));
        Safetensors expected = Safetensors.open(OFFICIAL.resolve(link.get("expected").asText()));
        int compared = 0;
        for (String name : expected.tensors().keySet()) {
            if (name.startsWith("w.")) {
                PickledTensor tensor = requireNonNull(tensors.get(name.substring(2)), name);
                assertEquals(expected.tensor(name).shape(), tensor.shape(), name);
                assertArrayEquals(expected.floats(name), tensor.floats(), name);
                assertEquals(link.get("dtype").asText(), nameOf(tensor.dtype()), name);
                compared++;
            }
        }
        assertEquals(tensors.size(), compared);
    }

    private static String nameOf(DType dtype) {
        return switch (dtype) {
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            default -> dtype.name();
        };
    }

    @Test
    void viewsOfOneStorageAreToldApart() throws Exception {
        JsonNode views = index().get("views");
        var tensors = TensorPickle.read(OFFICIAL.resolve(views.get("file").asText()));
        Safetensors expected = Safetensors.open(OFFICIAL.resolve(views.get("expected").asText()));
        assertEquals(expected.tensors().keySet(), tensors.keySet());
        for (var entry : tensors.entrySet()) {
            assertEquals(expected.tensor(entry.getKey()).shape(), entry.getValue().shape());
            assertArrayEquals(expected.floats(entry.getKey()), entry.getValue().floats());
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoTensorIsRefusedAndNothingRuns() throws IOException {
        return each("refuse")
                .map(
                        bad ->
                                DynamicTest.dynamicTest(
                                        bad.get("file").asText() + ": " + bad.get("why").asText(),
                                        () -> checkRefused(bad.get("file").asText())));
    }

    private static void checkRefused(String file) {
        WorkbenchException e =
                assertThrows(
                        WorkbenchException.class, () -> TensorPickle.read(OFFICIAL.resolve(file)));
        String said = e.key() + e.arguments();
        String told = // what the reader has to be told
                switch (file.substring(file.indexOf('/') + 1)) {
                    case "os-system.pt" -> "posix.system";
                    case "after-good.pt" -> "instruction 0x30"; // throws the dictionary away
                    case "builtins-exec.pt" -> "__builtin__.exec";
                    case "stack-global.pt" -> "protocol is 4";
                    case "truncated.pt" -> "ends early";
                    case "memo-bomb.pt" -> "instruction 0x5d";
                    case "legacy-format.pt" -> "pickleLegacy";
                    case "short-storage.pt" -> "too few";
                    case "path-escape.pt" -> "points outside";
                    default -> "checkpoint.pickle";
                };
        assertTrue(said.contains(told), said);
        assertTrue(said.contains(file.substring(file.indexOf('/') + 1)), "names the file: " + said);
        assertFalse(Files.exists(Path.of("pwned")));
    }

    private Path archive(String pickle, int method) throws IOException {
        Path file = folder.resolve("test.pt");
        ByteArrayOutputStream storage = new ByteArrayOutputStream();
        for (int i = 0; i < 8; i++) {
            storage.writeBytes(HexFormat.of().parseHex(i % 2 == 0 ? "0000803f" : "00000040"));
        }
        byte[] code = ("\200\2" + pickle).getBytes(StandardCharsets.ISO_8859_1);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry :
                    Map.of("t/data.pkl", code, "t/data/0", storage.toByteArray()).entrySet()) {
                ZipEntry stored = new ZipEntry(entry.getKey());
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                stored.setMethod(method);
                stored.setSize(entry.getValue().length);
                stored.setCrc(crc.getValue());
                zip.putNextEntry(stored);
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private String refusal(String pickle) throws IOException {
        Path file = archive(pickle, ZipEntry.STORED);
        WorkbenchException e =
                assertThrows(WorkbenchException.class, () -> TensorPickle.read(file));
        return e.arguments().get(1).toString();
    }

    /** A dictionary w → tensor with this rest of its description. */
    private static String tensor(String rest) {
        return "}(X\1\0\0\0w" + STORAGE + rest + "\211}tRu.";
    }

    @Test
    void nestedDictionariesGetNamesWithDots() throws Exception {
        String inner = tensor("K\1K\2K\3\206K\3K\1\206");
        String pickle =
                "}(X\4\0\0\0stepK\7X\5\0\0\0model" + inner.substring(0, inner.length() - 1) + "u.";
        Map<String, PickledTensor> tensors = TensorPickle.read(archive(pickle, ZipEntry.STORED));
        PickledTensor tensor = requireNonNull(tensors.get("model.w"));
        assertEquals(Shape.of(2, 3), tensor.shape());
        assertArrayEquals(new float[] {2, 1, 2, 1, 2, 1}, tensor.floats());
        assertEquals(1, tensors.size());
    }

    @Test
    void viewsBeyondTheirStorageAreRefused() throws Exception {
        assertTrue(refusal(tensor("K\3K\2K\3\206K\3K\1\206")).contains("reaches element 8"));
        assertTrue(refusal(tensor("J\377\377\377\377K\2\205K\1\205")).contains("reaches"));
        assertTrue(refusal(tensor("K\0J\377\377\377\377\205K\1\205")).contains("reaches"));
        assertTrue(refusal(tensor("K\0K\2\205K\3K\1\206")).contains("strides"));
        String huge = "J\377\377\377\177";
        assertTrue(
                refusal(tensor("K\0" + huge + huge + huge + "\207K\0K\0K\0\207"))
                        .contains("no file can hold"));
        assertTrue(refusal(tensor("K\0" + huge + "\205K\0\205")).contains("more elements"));
    }

    @Test
    void dictionariesThatContainThemselvesEnd() throws Exception {
        assertTrue(refusal("}q\0(X\1\0\0\0ah\0X\1\0\0\0bh\0u.").contains("nested too deeply"));
        assertTrue(refusal("}(X\1\0\0\0aK\1u.").contains("no tensors"));
        assertTrue(refusal("K\1.").contains("dictionary"));
        assertTrue(refusal("}}.").contains("left"));
    }

    @Test
    void badInstructionsAreRefused() throws Exception {
        assertTrue(refusal("h\5.").contains("recalls"));
        assertTrue(refusal("R").contains("more values"));
        assertTrue(refusal("t").contains("mark"));
        assertTrue(refusal("}K\1K\2s.").contains("not a text"));
        assertTrue(refusal("}K\1)R.").contains("no function"));
        assertTrue(refusal("K\1}b.").contains("attributes"));
        assertTrue(refusal("X\377\377\377\377").contains("ends early"));
        assertTrue(refusal("ctorch\nload\n").contains("torch.load"));
        assertTrue(refusal("}".repeat(2_100_000)).contains("too many instructions"));
    }

    @Test
    void compressedEntriesAreRefused() throws Exception {
        Path file = archive("}".repeat(1_000_000), ZipEntry.DEFLATED);
        WorkbenchException e =
                assertThrows(WorkbenchException.class, () -> TensorPickle.read(file));
        assertTrue(e.arguments().get(1).toString().contains("compressed"));
    }
}
