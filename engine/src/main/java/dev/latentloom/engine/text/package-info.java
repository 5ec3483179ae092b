/** Text in and out of models: tokenizers, streaming decode, chat templates, prompts with slots. */
@NullMarked
package dev.latentloom.engine.text;

import org.jspecify.annotations.NullMarked;
