package dev.latentloom.engine.run;

import java.util.List;

/**
 * What an agent did in its turn on a batch.
 *
 * @param content what it said
 * @param spent what each question took beyond reading the prompt
 */
public record TurnResult(SlotContent content, List<Spent> spent) {
    public TurnResult {
        spent = List.copyOf(spent);
    }
}
