package dev.latentloom.views.graph;

import dev.latentloom.engine.job.WorkbenchException;

/** Renders prompts as agents' models read them; implemented where tokenizers are known. */
@FunctionalInterface
public interface PromptReader {
    /**
     * Renders a prompt by the model's own chat template and tokenizer; not for the FX thread.
     *
     * @throws WorkbenchException where the prompt or the template is broken, or the model has no
     *     tokenizer
     */
    PromptText read(PromptDraft prompt) throws WorkbenchException;
}
