package dev.latentloom.engine.metric;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's record files: length, its checksum, data, their checksum, all little
 * endian. Checksums are CRC-32C, rotated and shifted so that checksums of checksums are no trouble.
 */
final class EventRecord {
    private static final int MASK = 0xa282ead8;
    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private EventRecord() {}

    /** A record with these data. */
    static byte[] of(byte[] data) {
        ByteBuffer record =
                ByteBuffer.allocate(HEAD + data.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), 0, Long.BYTES));
        record.put(data);
        record.putInt(masked(data, 0, data.length));
        return record.array();
    }

    /** The data of the next record; empty where it is cut short or damaged. */
    static Optional<byte[]> next(ByteBuffer file) {
        ByteBuffer at = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (at.remaining() < HEAD) {
            return Optional.empty();
        }
        byte[] head = new byte[Long.BYTES];
        at.get(0, head);
        long length = at.getLong();
        boolean sound = at.getInt() == masked(head, 0, head.length);
        if (!sound || length < 0 || length + Integer.BYTES > at.remaining()) {
            return Optional.empty();
        }
        byte[] data = new byte[(int) length];
        at.get(data);
        if (at.getInt() != masked(data, 0, data.length)) {
            return Optional.empty();
        }
        file.position(file.position() + at.position());
        return Optional.of(data);
    }

    /** Masked CRC-32C of some bytes. */
    static int masked(byte[] bytes, int from, int count) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, count);
        return Integer.rotateRight((int) sum.getValue(), 15) + MASK;
    }
}
