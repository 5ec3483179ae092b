package dev.latentloom.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What was drawn when; written before it is drawn, so that a killed process hides nothing. */
final class StateLog implements AutoCloseable {
    private final FileChannel channel;

    /** One state and the moment just before it was drawn, in milliseconds since 1970. */
    record Entry(long at, String state) {}

    StateLog(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void add(String state) {
        String line = System.currentTimeMillis() + " " + state + "\n";
        try {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its whole lines so far. */
    static List<Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Entry(Long.parseLong(parts[0]), parts[1]))
                .toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
