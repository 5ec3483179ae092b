package dev.latentloom.engine.run;

/**
 * What one question took. Kinds are counted apart and never summed with each other.
 *
 * @param prefillTokens positions read as prompts, thoughts in slots included
 * @param decodedTokens tokens decoded, end tokens not counted
 * @param latentSteps latent steps taken
 * @param seconds wall time of the batches it was in, loading not counted
 */
public record Spent(long prefillTokens, long decodedTokens, long latentSteps, double seconds) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0);

    /** Both together, kind by kind. */
    public Spent plus(Spent other) {
        return new Spent(
                prefillTokens + other.prefillTokens,
                decodedTokens + other.decodedTokens,
                latentSteps + other.latentSteps,
                seconds + other.seconds);
    }
}
