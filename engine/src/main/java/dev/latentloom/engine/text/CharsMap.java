package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Tells whether the character map of a {@code Precompiled} normalizer is whole: a darts-clone
 * double array (length in bytes, then 32-bit units) followed by the texts it points into. The
 * native library walks it without looking at its bounds.
 */
final class CharsMap {
    private final int[] units;
    private final byte[] texts;

    private CharsMap(int[] units, byte[] texts) {
        this.units = units;
        this.texts = texts;
    }

    /** Whether every walk through the map stays inside it. */
    static boolean sound(JsonNode charsMap) {
        byte[] bytes;
        try {
            bytes = charsMap.binaryValue();
        } catch (IOException e) {
            return false; // not base64
        }
        if (bytes == null || bytes.length < 8) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = buffer.getInt();
        if (length <= 0 || length % 4 != 0 || length > bytes.length - 4) {
            return false;
        }
        int[] units = new int[length / 4];
        buffer.asIntBuffer().get(units);
        byte[] texts = new byte[bytes.length - 4 - length];
        buffer.position(4 + length).get(texts);
        return new CharsMap(units, texts).walksStayInside();
    }

    private boolean walksStayInside() {
        BitSet seen = new BitSet(units.length);
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        seen.set(0);
        while (!open.isEmpty()) {
            int node = open.remove();
            int base = node ^ offset(units[node]);
            if (base < 0 || (base | 0xFF) >= units.length) {
                return false;
            }
            if (hasLeaf(units[node]) && !endsInside(units[base] & 0x7FFFFFFF)) {
                return false;
            }
            for (int label = 1; label < 256; label++) {
                int child = base ^ label;
                if (label(units[child]) == label && !seen.get(child)) {
                    seen.set(child);
                    open.add(child);
                }
            }
        }
        return true;
    }

    /** A replacement is read from its place up to the next zero byte. */
    private boolean endsInside(int start) {
        for (int i = start; i < texts.length; i++) {
            if (texts[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
    }

    private static boolean hasLeaf(int unit) {
        return ((unit >>> 8) & 1) == 1;
    }

    /** Bit 31 marks a value, which no label equals. */
    private static int label(int unit) {
        return unit & (int) (1L << 31 | 0xFF);
    }
}
