package dev.latentloom.engine.metric;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of TensorFlow's {@code Event} message that scalars need, in Protocol Buffers' wire form:
 * wall_time = 1 (double), step = 2 (varint), file_version = 3 (string), summary = 5; a summary has
 * values = 1, each with tag = 1 (string) and simple_value = 2 (float).
 */
final class EventProto {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int SUMMARY = 5;

    private EventProto() {}

    /** The event every file begins with. */
    static byte[] version(double time) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        time(event, time);
        bytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    static byte[] of(Scalar scalar) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        bytes(value, 1, scalar.tag().getBytes(StandardCharsets.UTF_8));
        key(value, 2, FIXED32);
        value.writeBytes(little(Float.BYTES).putFloat(scalar.value()).array());
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        bytes(summary, 1, value.toByteArray());
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        time(event, scalar.time());
        key(event, 2, VARINT);
        varint(event, scalar.step());
        bytes(event, SUMMARY, summary.toByteArray());
        return event.toByteArray();
    }

    private static void time(ByteArrayOutputStream event, double time) {
        key(event, 1, FIXED64);
        event.writeBytes(little(Double.BYTES).putDouble(time).array());
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] bytes) {
        key(to, field, BYTES);
        varint(to, bytes.length);
        to.writeBytes(bytes);
    }

    private static void key(ByteArrayOutputStream to, int field, int kind) {
        varint(to, ((long) field << 3) | kind);
    }

    private static void varint(ByteArrayOutputStream to, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            to.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        to.write((int) left);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The scalar of an event; empty where it holds none. */
    static Optional<Scalar> scalar(byte[] event) {
        ByteBuffer in = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
        double time = 0;
        long step = 0;
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case 1 -> time = in.getDouble();
                case 2 -> step = varint(in);
                case SUMMARY -> {
                    ByteBuffer summary = nested(in);
                    varint(summary); // the key of its only value
                    return Optional.of(value(nested(summary), step, time));
                }
                default -> nested(in);
            }
        }
        return Optional.empty();
    }

    /** The contents of a field of bytes whose key has been read. */
    private static ByteBuffer nested(ByteBuffer in) {
        int length = (int) varint(in);
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private static Scalar value(ByteBuffer value, long step, double time) {
        varint(value);
        byte[] tag = new byte[(int) varint(value)];
        value.get(tag);
        varint(value);
        return new Scalar(new String(tag, StandardCharsets.UTF_8), step, value.getFloat(), time);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
