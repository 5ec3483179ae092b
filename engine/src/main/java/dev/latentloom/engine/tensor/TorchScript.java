package dev.latentloom.engine.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes TorchScript text as the archive libtorch loads: a zip of stored entries whose pickles name
 * one module without attributes and whose code is the text itself.
 */
final class TorchScript {
    private static final String HEAD =
            """
            class K(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private TorchScript() {}

    /**
     * The archive of one module.
     *
     * @param methods text of the methods, indented by two blanks as members of one class
     */
    static byte[] archive(String methods) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", moduleWithoutAttributes());
            store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            store(zip, "version", ascii("10\n"));
            store(zip, "byteorder", ascii("little"));
            store(zip, "code/__torch__.py", (HEAD + methods).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Pickle, protocol 2: the object {@code __torch__.K} with the state {'training': False}. */
    private static byte[] moduleWithoutAttributes() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(ascii("c__torch__\nK\n)"));
        pickle.write(0x81);
        pickle.writeBytes(ascii("}(X"));
        pickle.writeBytes(new byte[] {8, 0, 0, 0});
        pickle.writeBytes(ascii("training"));
        pickle.write(0x89);
        pickle.writeBytes(ascii("ub."));
        return pickle.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("kernels/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
