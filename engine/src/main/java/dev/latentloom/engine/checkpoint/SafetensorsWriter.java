package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Collects tensors and writes them as one safetensors file: whole or not at all. Arrays are not
 * copied before {@link #write}; equal contents give equal bytes.
 */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 20;

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> metadata = new TreeMap<>();

    /** One tensor to be written; its bytes come chunk by chunk. */
    private record Part(String name, DType dtype, Shape shape, Source source) {
        long bytes() {
            return shape.size() * dtype.bytes();
        }
    }

    /** Puts bytes from {@code position} on into an empty buffer until either is exhausted. */
    private interface Source {
        void fill(ByteBuffer buffer, long position);
    }

    /** Adds a text to {@code __metadata__}. */
    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** Adds float32 values, row by row. */
    public SafetensorsWriter floats(String name, Shape shape, float[] values) {
        return add(
                new Part(name, DType.F32, shape, (buffer, at) -> fill(buffer, values, at)),
                (long) values.length * DType.F32.bytes());
    }

    /** Adds raw little-endian bytes of any type. */
    public SafetensorsWriter raw(String name, DType dtype, Shape shape, byte[] bytes) {
        return add(
                new Part(
                        name,
                        dtype,
                        shape,
                        (buffer, at) ->
                                buffer.put(
                                        bytes,
                                        (int) at,
                                        (int) Math.min(buffer.remaining(), bytes.length - at))),
                bytes.length);
    }

    private SafetensorsWriter add(Part part, long bytes) {
        if (part.bytes() != bytes) {
            throw new IllegalArgumentException(
                    "%s: %d bytes for shape %s of %s"
                            .formatted(part.name(), bytes, part.shape(), part.dtype()));
        }
        if (!names.add(part.name()) || part.name().equals("__metadata__")) {
            throw new IllegalArgumentException(part.name() + " cannot be written, or not twice");
        }
        parts.add(part);
        return this;
    }

    /**
     * Writes the file beside its place, then moves it there, over what may have been there.
     *
     * @throws WorkbenchException where it cannot be written; what was there is still there
     */
    public void write(Path file) throws WorkbenchException {
        // widest types first, so that every tensor is aligned to its own width
        List<Part> ordered =
                parts.stream()
                        .sorted(
                                Comparator.comparingInt((Part part) -> -part.dtype().bytes())
                                        .thenComparing(Part::name))
                        .toList();
        Path temporary = file.resolveSibling(".writing-" + UUID.randomUUID() + ".safetensors");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                writeTo(temporary, ordered);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new WorkbenchException(e, "checkpoint.unwritable", file.toString(), e.toString());
        }
    }

    private void writeTo(Path file, List<Part> ordered) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(channel, header(ordered));
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            for (Part part : ordered) {
                long position = 0;
                while (position < part.bytes()) {
                    part.source().fill(buffer.clear(), position);
                    buffer.flip();
                    position += buffer.remaining();
                    writeFully(channel, buffer);
                }
            }
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void fill(ByteBuffer buffer, float[] values, long position) {
        int first = (int) (position / DType.F32.bytes());
        int count = Math.min(buffer.remaining() / DType.F32.bytes(), values.length - first);
        buffer.asFloatBuffer().put(values, first, count);
        buffer.position(buffer.position() + count * DType.F32.bytes());
    }

    private ByteBuffer header(List<Part> ordered) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        if (!metadata.isEmpty()) {
            root.set("__metadata__", RunJson.MAPPER.valueToTree(metadata));
        }
        long offset = 0;
        for (Part part : ordered) {
            ObjectNode entry = root.putObject(part.name());
            entry.put("dtype", part.dtype().safetensorsName());
            entry.set("shape", RunJson.MAPPER.valueToTree(part.shape().toArray()));
            entry.putArray("data_offsets").add(offset).add(offset + part.bytes());
            offset += part.bytes();
        }
        try {
            byte[] json = RunJson.MAPPER.writeValueAsBytes(root);
            int padded = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
            ByteBuffer header =
                    ByteBuffer.allocate(ALIGNMENT + padded).order(ByteOrder.LITTLE_ENDIAN);
            header.putLong(padded).put(json);
            while (header.hasRemaining()) {
                header.put((byte) ' ');
            }
            return header.flip();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
