package dev.latentloom.engine.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes a file so that whoever reads it, even after a crash at any moment, finds the old text or
 * the new one in full. What stood there before is kept beside it as {@code NAME.previous}.
 */
public final class AtomicFile {
    /** Ending of the version before. */
    public static final String PREVIOUS = ".previous";

    private AtomicFile() {}

    /** Writes text in UTF-8; does nothing where the file holds these very bytes. */
    public static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean exists = Files.exists(file);
        if (exists && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        if (exists) {
            Path previous = folder.resolve(file.getFileName() + PREVIOUS);
            replace(previous, Files.readAllBytes(file), folder);
        }
        replace(file, bytes, folder);
    }

    /** Puts these bytes in the place of a file; keeps nothing of it. */
    static void replace(Path file, byte[] bytes, Path folder) throws IOException {
        Path temporary = Leftovers.fresh(folder, file);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
