package dev.latentloom.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

final class TensorBoardFileTest {
    private static final List<Scalar> SCALARS =
            List.of(
                    new Scalar("loss/outer:a-b", 1, .25f, 1.5),
                    new Scalar("loss", 200, -3e8f, 2.5),
                    new Scalar("größe", 70_000_000_000L, Float.MIN_VALUE, 3.5),
                    new Scalar("loss", 0, 0, 4.5));

    @TempDir private Path folder;

    private void write(List<Scalar> scalars) throws Exception {
        try (TensorBoardFile file = new TensorBoardFile(folder)) {
            for (Scalar scalar : scalars) {
                file.append(scalar);
            }
        }
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void scalarsComeBackAndTheFileGrows() throws Exception {
        write(SCALARS.subList(0, 2));
        write(SCALARS.subList(2, 4));
        assertEquals(SCALARS, TensorBoardFile.read(folder));
    }

    @Test
    void aRecordCutShortOrDamagedIsTakenOut() throws Exception {
        write(SCALARS);
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 3));
        write(List.of(SCALARS.get(1)));
        assertEquals(
                List.of(SCALARS.get(0), SCALARS.get(1), SCALARS.get(2), SCALARS.get(1)),
                TensorBoardFile.read(folder));
        bytes = Files.readAllBytes(file());
        bytes[bytes.length - 8] = (byte) (bytes[bytes.length - 8] ^ 1);
        Files.write(file(), bytes);
        assertEquals(3, TensorBoardFile.read(folder).size());
    }

    @Test
    void whatIsNotKeptIsGoneAndTheFileGoesOn() throws Exception {
        try (TensorBoardFile file = new TensorBoardFile(folder)) {
            file.append(SCALARS.get(0));
            file.append(SCALARS.get(1));
            file.keep(scalar -> scalar.step() < 100);
            file.append(SCALARS.get(3));
        }
        assertEquals(List.of(SCALARS.get(0), SCALARS.get(3)), TensorBoardFile.read(folder));
    }

    @Test
    void checksumsAreThoseOfTheStandard() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(mask(0xe3069283), EventRecord.masked(digits, 0, digits.length));
        byte[] zeros = new byte[32]; // RFC 3720, appendix B.4
        assertEquals(mask(0x8a9136aa), EventRecord.masked(zeros, 0, zeros.length));
    }

    private static int mask(int crc) {
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    /** Bytes put together by hand from the wire format. */
    @Test
    void eventsHaveTheWireForm() {
        byte[] expected =
                HexFormat.of().parseHex("09000000000000f83f10ac022a0d0a0b0a046c6f7373150000803e");
        byte[] written = EventProto.of(new Scalar("loss", 300, .25f, 1.5));
        assertArrayEquals(expected, written);
        byte[] record = EventRecord.of(written);
        assertEquals(
                written.length, ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong());
        assertTrue(EventRecord.next(ByteBuffer.wrap(record)).isPresent());
    }
}
