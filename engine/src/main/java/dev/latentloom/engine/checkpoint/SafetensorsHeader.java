package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the header of one safetensors file: 8 bytes of length, then JSON. Nothing it says is
 * believed before {@link SafetensorsLayout} has compared it with the file.
 */
final class SafetensorsHeader {
    /** The limit of the format. */
    static final long MAX_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;
    private static final int MAX_RANK = 64;

    private final Path file;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long dataStart;

    private SafetensorsHeader(Path file) {
        this.file = file;
    }

    /** Reads and checks the header of one file. */
    static SafetensorsHeader read(Path file) throws WorkbenchException {
        if (!Files.isRegularFile(file)) {
            throw new WorkbenchException("checkpoint.fileMissing", file.toString());
        }
        SafetensorsHeader header = new SafetensorsHeader(file);
        try (FileChannel channel = FileChannel.open(file)) {
            header.parse(header.bytes(channel));
            long end =
                    SafetensorsLayout.check(
                            header.tensors.values(), header.dataStart, channel.size());
            if (end != channel.size()) {
                throw header.broken(
                        "its tensors end at byte %d of %d".formatted(end, channel.size()));
            }
        } catch (JsonProcessingException e) {
            throw header.broken(
                    "its header is not the JSON it should be: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new WorkbenchException(e, "checkpoint.unreadable", file.toString(), e.toString());
        }
        return header;
    }

    Map<String, StoredTensor> tensors() {
        return tensors;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private byte[] bytes(FileChannel channel) throws IOException, WorkbenchException {
        ByteBuffer prefix = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(channel, prefix, 0);
        long length = prefix.getLong(0);
        if (length < 2 || length > MAX_HEADER || length > channel.size() - LENGTH_BYTES) {
            throw broken(
                    "its header claims %d bytes, the file has %d"
                            .formatted(length, channel.size()));
        }
        dataStart = LENGTH_BYTES + length;
        ByteBuffer json = ByteBuffer.allocate((int) length);
        readFully(channel, json, LENGTH_BYTES);
        return json.array();
    }

    private void readFully(FileChannel channel, ByteBuffer target, long position)
            throws IOException, WorkbenchException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw broken("it ends after %d bytes".formatted(channel.size()));
            }
        }
    }

    private void parse(byte[] json) throws IOException, WorkbenchException {
        if (json[0] != '{') {
            throw broken("its header does not begin with {");
        }
        try (JsonParser parser = RunJson.MAPPER.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw broken("its header has no object for " + name);
                }
                if (name.equals("__metadata__")) {
                    parseMetadata(parser);
                } else if (tensors.putIfAbsent(name, parseTensor(name, parser)) != null) {
                    throw broken("its header has " + name + " twice");
                }
            }
            if (parser.nextToken() != null) {
                throw broken("something follows its header");
            }
        }
    }

    private void parseMetadata(JsonParser parser) throws IOException, WorkbenchException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw broken("its metadata " + key + " is not a text");
            }
            metadata.put(key, parser.getText());
        }
    }

    private StoredTensor parseTensor(String name, JsonParser parser)
            throws IOException, WorkbenchException {
        String type = "";
        List<Long> shape = null;
        List<Long> range = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "dtype" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "shape" -> shape = parseNumbers(name, parser, MAX_RANK);
                case "data_offsets" -> range = parseNumbers(name, parser, 2);
                default -> parser.skipChildren();
            }
        }
        if (type.isEmpty() || shape == null || range == null || range.size() != 2) {
            throw broken("its header lacks type, shape or offsets of " + name);
        }
        long begin = range.get(0);
        long end = range.get(1);
        if (end < begin) {
            throw broken("%s ends at %d, before its begin %d".formatted(name, end, begin));
        }
        Shape extents = Shape.of(shape.stream().mapToLong(Long::longValue).toArray());
        // data offsets are at most 2^63 - 1, so the sum may wrap around: the layout check refuses
        // it
        return new StoredTensor(name, type, extents, file, dataStart + begin, end - begin);
    }

    private List<Long> parseNumbers(String name, JsonParser parser, int max)
            throws IOException, WorkbenchException {
        List<Long> numbers = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw broken("its header has no list of numbers for " + name);
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
            if (!whole || parser.getLongValue() < 0 || numbers.size() == max) {
                throw broken("its header has impossible numbers for " + name);
            }
            numbers.add(parser.getLongValue());
        }
        return numbers;
    }

    private WorkbenchException broken(String fact) {
        return new WorkbenchException("checkpoint.safetensorsBroken", file.toString(), fact);
    }
}
