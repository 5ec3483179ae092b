package dev.latentloom.engine.lm;

/**
 * How the next token is chosen from logits.
 *
 * @param temperature 0 is greedy
 * @param topK keep so many most likely tokens; 0 means all
 * @param topP keep the most likely tokens that together reach this mass; 1 means all
 * @param minP keep tokens at least this fraction as likely as the likeliest; 0 means all
 * @param repetitionPenalty divides positive and multiplies negative logits of tokens already there;
 *     1 means none
 */
public record SamplerSettings(
        double temperature, int topK, double topP, double minP, double repetitionPenalty) {
    public static final SamplerSettings GREEDY = new SamplerSettings(0, 0, 1, 0, 1);

    /** Refuses what is no setting with an {@link IllegalArgumentException}. */
    public SamplerSettings {
        boolean sane =
                temperature >= 0
                        && topK >= 0
                        && topP > 0
                        && topP <= 1
                        && minP >= 0
                        && minP <= 1
                        && repetitionPenalty > 0;
        if (!sane) {
            throw new IllegalArgumentException("no sampler settings: " + temperature + ", " + topP);
        }
    }

    /** Temperature and nucleus alone. */
    public static SamplerSettings of(double temperature, double topP) {
        return new SamplerSettings(temperature, 0, topP, 0, 1);
    }

    public boolean greedy() {
        return temperature == 0 && repetitionPenalty == 1;
    }
}
