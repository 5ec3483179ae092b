package dev.latentloom.engine.link;

import dev.latentloom.engine.text.Vocabulary;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The tokens two vocabularies spell alike, as pairs of ids in ascending order of the sender's. */
public final class SharedTokens {
    private final long[] sender;
    private final long[] receiver;

    private SharedTokens(long[] sender, long[] receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /** Compares two vocabularies token by token. */
    public static SharedTokens of(Vocabulary sender, Vocabulary receiver) {
        Map<Long, Long> pairs = new TreeMap<>();
        sender.asMap()
                .forEach(
                        (token, id) -> {
                            OptionalLong there = receiver.id(token);
                            there.ifPresent(other -> pairs.put(id, other));
                        });
        return new SharedTokens(
                pairs.keySet().stream().mapToLong(Long::longValue).toArray(),
                pairs.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Ids the sender knows them by. */
    public long[] sender() {
        return sender.clone();
    }

    /** Ids the receiver knows them by, in the same order. */
    public long[] receiver() {
        return receiver.clone();
    }

    public int size() {
        return sender.length;
    }
}
