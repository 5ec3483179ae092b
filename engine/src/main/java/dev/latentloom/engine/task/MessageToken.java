package dev.latentloom.engine.task;

import java.util.List;

/**
 * One token of the message an agent learns to say.
 *
 * @param id the token that follows as input, teacher-forced
 * @param target what should be predicted here
 * @param weight of this position in the loss; 0 for tokens that a tool puts in
 */
public record MessageToken(int id, TokenMix target, double weight) {
    /** A token to be predicted as it is. */
    public static MessageToken of(int id) {
        return new MessageToken(id, TokenMix.of(id), 1);
    }

    /** A token that is read, not said. */
    public static MessageToken given(int id) {
        return new MessageToken(id, TokenMix.of(id), 0);
    }

    /**
     * Any of these tokens is right, with equal probability; {@code id} is the one that was drawn.
     */
    public static MessageToken anyOf(int id, List<Integer> candidates) {
        return new MessageToken(id, TokenMix.uniform(candidates), 1);
    }

    /** The same with another weight. */
    public MessageToken weighing(double other) {
        return new MessageToken(id, target, other);
    }

    /** Each token to be predicted as it is. */
    public static List<MessageToken> each(List<Integer> ids) {
        return ids.stream().map(MessageToken::of).toList();
    }
}
