package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

/**
 * Reads rotary embeddings from a config.json: {@code rope_scaling} with {@code rope_theta} beside
 * it (transformers 4) or {@code rope_parameters} with everything inside (transformers 5).
 *
 * @param config the text model's configuration
 * @param family whose defaults hold
 * @param headDim width of a head
 * @param maxPositions longest context
 */
record RopeReader(ConfigJson config, LmFamily family, int headDim, int maxPositions) {
    private static final double MAX_THETA = 1e12;
    private static final double MAX_FACTOR = 1e6;
    private static final int MAX_POSITIONS = Integer.MAX_VALUE;

    /** The rope of layers that see everything. */
    Rope global() throws WorkbenchException {
        ConfigJson parameters = parameters("full_attention");
        double theta = config.number(thetaKey(), defaults().theta(), 1.0001, MAX_THETA);
        return rope(parameters, theta);
    }

    /** The rope of layers with a sliding window; only gemma 3 has another one there. */
    Rope local() throws WorkbenchException {
        if (family != LmFamily.GEMMA3) {
            return global();
        }
        ConfigJson nested = config.child("rope_parameters");
        ConfigJson parameters = nested == null ? null : nested.child("sliding_attention");
        double theta = config.number("rope_local_base_freq", 1e4, 1.0001, MAX_THETA);
        return rope(parameters, theta);
    }

    private FamilyDefaults.Further defaults() {
        return FamilyDefaults.of(family).further();
    }

    private String thetaKey() {
        return family == LmFamily.GPT_NEOX
                ? config.first("rotary_emb_base", "rope_theta")
                : "rope_theta";
    }

    /** As transformers 5 does, rope_scaling wins where a file has both. */
    private @Nullable ConfigJson parameters(String layerType) throws WorkbenchException {
        ConfigJson scaling = config.child("rope_scaling");
        ConfigJson parameters = config.child("rope_parameters");
        ConfigJson nested = parameters == null ? null : parameters.child(layerType);
        if (nested != null) {
            parameters = nested;
        }
        if (scaling != null && !scaling.node().isEmpty()) {
            return scaling;
        }
        return parameters;
    }

    private Rope rope(@Nullable ConfigJson parameters, double theta) throws WorkbenchException {
        double rotated = config.number(rotatedKey(config), defaults().rotated(), 0, 1);
        if (parameters == null) {
            return new Rope(theta, dims(rotated), new RopeScaling.None());
        }
        double base = parameters.number("rope_theta", theta, 1.0001, MAX_THETA);
        double share = parameters.number("partial_rotary_factor", rotated, 0, 1);
        int dims = dims(share);
        return new Rope(base, dims, scaling(parameters, dims));
    }

    private String rotatedKey(ConfigJson json) {
        return family == LmFamily.GPT_NEOX
                ? json.first("rotary_pct", "partial_rotary_factor")
                : "partial_rotary_factor";
    }

    private int dims(double share) throws WorkbenchException {
        int dims = (int) (headDim * share);
        int even = dims + dims % 2; // gpt_neox rounds an odd share up to whole pairs
        if (dims < 2 || even > headDim) {
            throw config.bad(
                    rotatedKey(config),
                    share + " of a head of " + headDim,
                    "at least 2 rotated entries, and no more than a head has");
        }
        return dims;
    }

    private RopeScaling scaling(ConfigJson parameters, int dims) throws WorkbenchException {
        String key = parameters.first("rope_type", "type");
        String type = parameters.text(key, "default");
        if (family == LmFamily.PHI3 && (type.equals("su") || type.equals("yarn"))) {
            type = "longrope"; // how Phi-3's first files call it
        }
        return switch (type) {
            case "default", "mrope" -> new RopeScaling.None(); // mrope: text has one position axis
            case "linear" -> new RopeScaling.Linear(factor(parameters));
            case "llama3" -> llama3(parameters);
            case "yarn" -> yarn(parameters);
            case "longrope" -> longRope(parameters, dims);
            default ->
                    throw parameters.unsupported(
                            key, type, "default, linear, llama3, yarn, longrope");
        };
    }

    private double factor(ConfigJson parameters) throws WorkbenchException {
        if (!parameters.has("factor")) {
            throw parameters.bad("factor", "nothing", "a number from 1.0 to " + MAX_FACTOR);
        }
        return parameters.number("factor", 1, 1, MAX_FACTOR);
    }

    private RopeScaling llama3(ConfigJson parameters) throws WorkbenchException {
        double low = parameters.number("low_freq_factor", 1, 1e-3, MAX_FACTOR);
        double high = parameters.number("high_freq_factor", 4, 1e-3, MAX_FACTOR);
        if (!(high > low)) {
            throw parameters.bad("high_freq_factor", high, "more than low_freq_factor " + low);
        }
        return new RopeScaling.Llama3(factor(parameters), low, high, original(parameters));
    }

    private RopeScaling yarn(ConfigJson parameters) throws WorkbenchException {
        int original = original(parameters);
        double factor =
                parameters.number("factor", (double) maxPositions / original, 1e-3, MAX_FACTOR);
        double computed =
                RopeScaling.yarnAttentionFactor(
                        factor,
                        parameters.numberOrNull("mscale", 0, MAX_FACTOR),
                        parameters.numberOrNull("mscale_all_dim", 0, MAX_FACTOR));
        return new RopeScaling.Yarn(
                factor,
                original,
                parameters.number("attention_factor", computed, 1e-6, MAX_FACTOR),
                orDefault(parameters.number("beta_fast", 32, 0, MAX_FACTOR), 32),
                orDefault(parameters.number("beta_slow", 1, 0, MAX_FACTOR), 1),
                parameters.flag("truncate", true));
    }

    /** transformers takes 0 for "not given" here. */
    private static double orDefault(double value, double ifZero) {
        return value == 0 ? ifZero : value;
    }

    private RopeScaling longRope(ConfigJson parameters, int dims) throws WorkbenchException {
        int original = original(parameters);
        double factor =
                parameters.number("factor", (double) maxPositions / original, 1e-3, MAX_FACTOR);
        double computed = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
        return new RopeScaling.LongRope(
                parameters.numbers("short_factor", dims / 2, 1e-3, MAX_FACTOR),
                parameters.numbers("long_factor", dims / 2, 1e-3, MAX_FACTOR),
                original,
                parameters.number("attention_factor", computed, 1e-6, MAX_FACTOR));
    }

    /** Positions of the first training: beside the rope, as Phi-3 has it, or inside of it. */
    private int original(ConfigJson parameters) throws WorkbenchException {
        String key = "original_max_position_embeddings";
        int inside = parameters.whole(key, maxPositions, 2, MAX_POSITIONS);
        int ifAbsent = family == LmFamily.PHI3 && !parameters.has(key) ? 4096 : inside;
        return config.whole(key, ifAbsent, 2, MAX_POSITIONS);
    }
}
