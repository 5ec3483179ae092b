package dev.latentloom.engine.graph;

import org.jspecify.annotations.Nullable;

/**
 * A frozen model in a role.
 *
 * @param id stable id inside its graph
 * @param role name people read, such as {@code Planner}
 * @param model folder of the model relative to the project, or a name of the HF cache; null while
 *     none is chosen
 * @param system system sentence, may be empty
 * @param prompt user text with slots: {@code {{question}}}, {@code {{slot}}} for the thoughts of an
 *     edge into slot {@code slot}, {@code {{#slot}}…{{/slot}}} for text shown only where that slot
 *     is filled
 * @param steps latent steps m it takes in one turn, at least 0
 * @param maxNewTokens cap of what it decodes in one turn
 * @param textOnly whether it can take part only through text, such as a remote model
 * @param tools names of the tools it may call in the last round, separated by commas; may be empty
 * @param sampling how it chooses its words, null for as the run says
 */
public record Agent(
        String id,
        String role,
        @Nullable String model,
        String system,
        String prompt,
        int steps,
        int maxNewTokens,
        boolean textOnly,
        String tools,
        @Nullable Sampling sampling) {
    // none is written as one that says nothing, so that files and drawings have one form of it
    public Agent {
        sampling = Sampling.AS_THE_RUN.equals(sampling) ? null : sampling;
    }

    /** An agent that chooses its words as the run says. */
    public Agent(
            String id,
            String role,
            @Nullable String model,
            String system,
            String prompt,
            int steps,
            int maxNewTokens,
            boolean textOnly,
            String tools) {
        this(id, role, model, system, prompt, steps, maxNewTokens, textOnly, tools, null);
    }

    /** What it says about its sampling; nothing where it has none of its own. */
    public Sampling ownSampling() {
        return sampling == null ? Sampling.AS_THE_RUN : sampling;
    }
}
