package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.text.PromptRenderer;
import dev.latentloom.engine.text.PromptTemplate;
import dev.latentloom.engine.text.Tokenizer;

import java.util.Set;

/**
 * An agent with all it needs to take its turn.
 *
 * @param agent its role
 * @param lm its model
 * @param tokenizer its model's own tokenizer
 * @param renderer turns its filled prompt into ids
 * @param template its prompt
 * @param slots slots that edges lead into
 */
public record Teammate(
        Agent agent,
        CausalLm lm,
        Tokenizer tokenizer,
        PromptRenderer renderer,
        PromptTemplate template,
        Set<String> slots) {
    public Teammate {
        slots = Set.copyOf(slots);
    }
}
