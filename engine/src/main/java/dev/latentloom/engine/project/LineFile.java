package dev.latentloom.engine.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text file that only grows, line by line. Each line is handed to the system in one piece, so the
 * end of the program loses none of them.
 */
final class LineFile implements AutoCloseable {
    private final Path path;
    private FileChannel channel;

    LineFile(Path path) throws IOException {
        this.path = path;
        channel = open(path);
        long end = endOfLastLine();
        channel.truncate(end);
        channel.position(end);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Where the last whole line ends. */
    private long endOfLastLine() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = channel.size(); at > 0; at--) {
            one.clear();
            channel.read(one, at - 1);
            if (one.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }

    boolean isEmpty() throws IOException {
        return channel.position() == 0;
    }

    void append(String line) throws IOException {
        ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Takes all other lines out; whole or not at all. */
    void keep(Predicate<String> which) throws IOException {
        StringBuilder kept = new StringBuilder();
        wholeLines(path).stream().filter(which).forEach(line -> kept.append(line).append('\n'));
        close();
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + path);
        }
        AtomicFile.replace(path, kept.toString().getBytes(StandardCharsets.UTF_8), folder);
        channel = open(path);
        channel.position(channel.size());
    }

    /** The lines of a file that end with a line break; none where there is no file. */
    static List<String> wholeLines(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
            channel.close();
        }
    }
}
