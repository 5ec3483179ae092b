package dev.latentloom.engine.metric;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Scalars of a run in a file that TensorBoard reads. It is made with the first scalar and only
 * grows; a resumed run goes on in it, and a record cut short by a crash is taken out.
 */
public final class TensorBoardFile implements AutoCloseable {
    private static final String PREFIX = "events.out.tfevents.";

    private final Path folder;
    private @Nullable FileChannel channel; // none before there is something to write

    /** The file in a run's folder, there or not. */
    public TensorBoardFile(Path folder) throws IOException {
        this.folder = folder;
        Optional<Path> there = find(folder);
        if (there.isPresent()) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(there.get()));
            scalars(bytes);
            channel = FileChannel.open(there.get(), StandardOpenOption.WRITE);
            channel.truncate(bytes.position()).position(bytes.position());
        }
    }

    private static Optional<Path> find(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                    .sorted()
                    .findFirst();
        }
    }

    /** All scalars of the file in a folder, up to the first record that is not whole. */
    public static List<Scalar> read(Path folder) throws IOException {
        Optional<Path> there = find(folder);
        return there.isEmpty()
                ? List.of()
                : scalars(ByteBuffer.wrap(Files.readAllBytes(there.get())));
    }

    /** Scalars of whole records; the buffer then stands behind the last of them. */
    private static List<Scalar> scalars(ByteBuffer file) {
        List<Scalar> scalars = new ArrayList<>();
        for (Optional<byte[]> record = EventRecord.next(file);
                record.isPresent();
                record = EventRecord.next(file)) {
            EventProto.scalar(record.get()).ifPresent(scalars::add);
        }
        return scalars;
    }

    /** Appends a scalar. */
    public void append(Scalar scalar) throws IOException {
        FileChannel to = channel;
        if (to == null) {
            Path file = folder.resolve(PREFIX + Instant.now().getEpochSecond() + ".latentloom");
            to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel = to;
            write(to, EventProto.version(scalar.time()));
        }
        write(to, EventProto.of(scalar));
    }

    private static void write(FileChannel to, byte[] event) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(EventRecord.of(event));
        while (left.hasRemaining()) {
            to.write(left);
        }
    }

    /** Takes all other scalars out; whole or not at all. */
    public void keep(Predicate<Scalar> which) throws IOException {
        Optional<Path> there = find(folder);
        if (there.isEmpty()) {
            return;
        }
        List<Scalar> kept = read(folder).stream().filter(which).toList();
        close();
        Path fresh = Files.createTempFile(folder, ".tensorboard", ".tmp");
        FileChannel to = FileChannel.open(fresh, StandardOpenOption.WRITE);
        write(to, EventProto.version(kept.isEmpty() ? 0 : kept.getFirst().time()));
        for (Scalar scalar : kept) {
            write(to, EventProto.of(scalar));
        }
        to.force(true);
        long end = to.position();
        to.close();
        Files.move(
                fresh,
                there.get(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        channel = FileChannel.open(there.get(), StandardOpenOption.WRITE).position(end);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.force(true);
            channel.close();
            channel = null;
        }
    }
}
