package dev.latentloom.views.run;

import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param pass message key of the kind of run, such as {@code run.mode.latent}
 * @param round 1 to n; null in the line of the whole run
 * @param agent role; null in the line of the whole run
 * @param seconds wall time, loading not counted
 * @param firstToken seconds to the first decoded token; null where the engine does not tell it
 */
public record LedgerRow(
        String pass,
        @Nullable Integer round,
        @Nullable String agent,
        long prefillTokens,
        long decodedTokens,
        long latentSteps,
        double seconds,
        @Nullable Double firstToken) {
    /** Whether this is the line of a whole run. */
    public boolean whole() {
        return agent == null;
    }
}
