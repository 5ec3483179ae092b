package dev.latentloom.engine.task;

import java.util.List;

/**
 * One thing a tiny agent learns from: a filled prompt and the message it should say.
 *
 * @param prompt the agent's prompt, its slots filled
 * @param message what it should say, at least one token
 * @param noise standard deviation of the Gaussian noise on slot embeddings, in units of the mean
 *     embedding norm divided by the square root of the width
 */
public record AgentExample(List<PromptToken> prompt, List<MessageToken> message, double noise) {
    public AgentExample {
        prompt = List.copyOf(prompt);
        message = List.copyOf(message);
    }

    /** Positions the model reads: the prompt and all of the message but its last token. */
    public int length() {
        return prompt.size() + message.size() - 1;
    }
}
