package dev.latentloom.engine.lm;

import java.util.List;

/**
 * What one row decoded.
 *
 * @param ids tokens without the end token
 * @param capped whether the cap of new tokens ended it, not an end token or a listener
 */
public record DecodedRow(List<Long> ids, boolean capped) {
    public DecodedRow {
        ids = List.copyOf(ids);
    }

    public long[] toArray() {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
