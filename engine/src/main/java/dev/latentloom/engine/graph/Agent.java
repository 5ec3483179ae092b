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
 * @param device where its model runs, {@code cpu} or {@code cuda:N}; null for the engine's device
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
        @Nullable Sampling sampling,
        @Nullable String device) {
    // none is written as one that says nothing, so that files and drawings have one form of it
    public Agent {
        sampling = Sampling.AS_THE_RUN.equals(sampling) ? null : sampling;
        device = device == null || device.isBlank() ? null : device;
    }

    /** An agent without a model yet, which leaves everything else to the run and the engine. */
    public static Agent of(String id, String role, String prompt, int steps, int maxNewTokens) {
        return new Agent(id, role, null, "", prompt, steps, maxNewTokens, false, "", null, null);
    }

    /** Where its model runs, if the engine's device is this. */
    public String deviceOr(String engine) {
        return device == null ? engine : device;
    }

    /** What it says about its sampling; nothing where it has none of its own. */
    public Sampling ownSampling() {
        return sampling == null ? Sampling.AS_THE_RUN : sampling;
    }

    /** The same under another id. */
    public Agent withId(String other) {
        return known(other, role, model);
    }

    /** The same in another role. */
    public Agent withRole(String other) {
        return known(id, other, model);
    }

    /** The same with another model, or with none. */
    public Agent withModel(@Nullable String other) {
        return known(id, role, other);
    }

    /** The same with another system sentence. */
    public Agent withSystem(String other) {
        return told(other, prompt, tools);
    }

    /** The same with another prompt. */
    public Agent withPrompt(String other) {
        return told(system, other, tools);
    }

    /** The same with other tools. */
    public Agent withTools(String other) {
        return told(system, prompt, other);
    }

    /** The same with other latent steps. */
    public Agent withSteps(int other) {
        return taking(other, maxNewTokens, textOnly);
    }

    /** The same with another cap. */
    public Agent withMaxNewTokens(int other) {
        return taking(steps, other, textOnly);
    }

    /** The same, taking part only through text or not. */
    public Agent withTextOnly(boolean other) {
        return taking(steps, maxNewTokens, other);
    }

    /** The same with other sampling. */
    public Agent withSampling(@Nullable Sampling other) {
        return choosing(other, device);
    }

    /** The same on another device. */
    public Agent withDevice(@Nullable String other) {
        return choosing(sampling, other);
    }

    private Agent known(String ownId, String ownRole, @Nullable String ownModel) {
        return new Agent(
                ownId,
                ownRole,
                ownModel,
                system,
                prompt,
                steps,
                maxNewTokens,
                textOnly,
                tools,
                sampling,
                device);
    }

    private Agent told(String sentence, String text, String called) {
        return new Agent(
                id,
                role,
                model,
                sentence,
                text,
                steps,
                maxNewTokens,
                textOnly,
                called,
                sampling,
                device);
    }

    private Agent taking(int m, int cap, boolean onlyText) {
        return new Agent(
                id, role, model, system, prompt, m, cap, onlyText, tools, sampling, device);
    }

    private Agent choosing(@Nullable Sampling own, @Nullable String place) {
        return new Agent(
                id, role, model, system, prompt, steps, maxNewTokens, textOnly, tools, own, place);
    }
}
