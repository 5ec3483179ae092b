package dev.latentloom.views.run;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Reads what the engine counted over a whole run; the names are those of the command line. */
record Summary(Map<String, Object> values) {
    @Nullable Double number(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    private double numberOrZero(String name) {
        Double number = number(name);
        return number == null ? 0 : number;
    }

    LedgerRow row(String pass) {
        return new LedgerRow(
                pass,
                null,
                null,
                (long) numberOrZero("prefillTokens"),
                (long) numberOrZero("decodedTokens"),
                (long) numberOrZero("latentSteps"),
                numberOrZero("secondsWall"),
                number("ttftP50"));
    }
}
