package dev.latentloom.engine.tool;

import dev.latentloom.engine.job.WorkbenchException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The tools a graph may name. */
public final class Tools {
    private static final String CALCULATOR = "calculator";

    private Tools() {}

    /**
     * Tools by their names: {@code calculator}, or {@code calculator:31} for one that computes
     * modulo 31.
     *
     * @param names separated by commas; may be empty
     */
    public static List<Tool> named(String names) throws WorkbenchException {
        List<Tool> tools = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            if (!name.isBlank()) {
                tools.add(one(name.strip()));
            }
        }
        return List.copyOf(tools);
    }

    private static Tool one(String name) throws WorkbenchException {
        if (name.equals(CALCULATOR)) {
            return new Calculator();
        }
        if (name.matches(CALCULATOR + ":[1-9]\\d{0,8}")) {
            return new Calculator(new BigInteger(name.substring(CALCULATOR.length() + 1)));
        }
        throw new WorkbenchException("tool.unknown", name, CALCULATOR + ", " + CALCULATOR + ":N");
    }
}
