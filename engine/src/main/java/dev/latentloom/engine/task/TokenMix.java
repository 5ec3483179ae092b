package dev.latentloom.engine.task;

import java.util.Collections;
import java.util.List;

/**
 * One position as a weighted mixture of tokens: as input, the mixture of their embeddings; as
 * target, a distribution over them.
 *
 * @param ids tokens, at least one
 * @param shares their weights, as many as tokens; they sum to one
 */
public record TokenMix(List<Integer> ids, List<Double> shares) {
    public TokenMix {
        if (ids.isEmpty() || ids.size() != shares.size()) {
            throw new IllegalArgumentException(
                    ids.size() + " tokens, " + shares.size() + " shares");
        }
        ids = List.copyOf(ids);
        shares = List.copyOf(shares);
    }

    /** A single token. */
    public static TokenMix of(int id) {
        return new TokenMix(List.of(id), List.of(1.0));
    }

    /** Several tokens of equal weight. */
    public static TokenMix uniform(List<Integer> ids) {
        return new TokenMix(ids, Collections.nCopies(ids.size(), 1.0 / ids.size()));
    }

    /** Each token as a position of its own. */
    public static List<TokenMix> each(List<Integer> ids) {
        return ids.stream().map(TokenMix::of).toList();
    }
}
