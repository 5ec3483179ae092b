package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Works out what each layer does, from {@code layer_types} or from what older files have instead.
 *
 * @param config the text model's configuration
 * @param family whose rules hold
 * @param layers how many layers there are
 */
record LayerPlanReader(ConfigJson config, LmFamily family, int layers) {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final String LINEAR = "linear_attention";

    /** The plans of all layers; {@code ropes} is null where positions are learned. */
    List<LayerPlan> read(@Nullable RopeReader ropes) throws WorkbenchException {
        List<String> types = types();
        boolean[] rotates = rotates();
        int window = window();
        Rope global = ropes == null ? null : ropes.global();
        Rope local = ropes == null ? null : ropes.local();
        List<LayerPlan> plans = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            plans.add(
                    switch (types.get(i)) {
                        case FULL -> new LayerPlan(false, 0, rotates[i] ? global : null);
                        case SLIDING -> new LayerPlan(false, window, rotates[i] ? local : null);
                        case LINEAR -> new LayerPlan(true, 0, null);
                        default ->
                                throw config.unsupported("layer_types", types.get(i), knownTypes());
                    });
        }
        return plans;
    }

    private String knownTypes() {
        return family == LmFamily.QWEN3_5 ? FULL + ", " + LINEAR : FULL + ", " + SLIDING;
    }

    private List<String> types() throws WorkbenchException {
        boolean listed = // the other families have one kind of layer, whatever the file lists
                switch (family) {
                    case QWEN2, QWEN3, QWEN3_5, GEMMA2, GEMMA3, SMOLLM3 -> true;
                    case LLAMA, MISTRAL, PHI3, OLMO2, GPT2, GPT_NEOX -> false;
                };
        List<String> types = listed ? config.texts("layer_types", layers) : null;
        if (types == null) {
            types = new ArrayList<>();
            int period = period();
            boolean[] rotates = rotates();
            for (int i = 0; i < layers; i++) {
                types.add(typeByRule(i, period, rotates[i]));
            }
        }
        for (String type : types) {
            if (type.equals(LINEAR) != (family == LmFamily.QWEN3_5) && !type.equals(FULL)) {
                throw config.unsupported("layer_types", type, knownTypes());
            }
        }
        return types;
    }

    private String typeByRule(int i, int period, boolean rotates) throws WorkbenchException {
        return switch (family) {
            case LLAMA, OLMO2, GPT2, GPT_NEOX -> FULL;
            case MISTRAL, PHI3 -> slidingIf(true);
            case QWEN2, QWEN3 ->
                    slidingIf(i >= config.whole("max_window_layers", 28, 0, Integer.MAX_VALUE));
            case SMOLLM3 -> slidingIf(!rotates);
            case GEMMA2, GEMMA3 -> (i + 1) % period == 0 ? FULL : SLIDING;
            case QWEN3_5 -> (i + 1) % period == 0 ? FULL : LINEAR;
        };
    }

    private String slidingIf(boolean wanted) throws WorkbenchException {
        return wanted && window() > 0 ? SLIDING : FULL;
    }

    /** Every how many layers one sees everything. */
    private int period() throws WorkbenchException {
        return switch (family) {
            case GEMMA3 -> config.count("sliding_window_pattern", 6, LmConfigReader.MAX_LAYERS);
            case QWEN3_5 -> config.count("full_attention_interval", 4, LmConfigReader.MAX_LAYERS);
            default -> 2;
        };
    }

    /** The window of sliding layers, 0 where there is none; a null in the file means none. */
    private int window() throws WorkbenchException {
        boolean used =
                switch (family) {
                    case QWEN2, QWEN3, SMOLLM3 -> config.flag("use_sliding_window", false);
                    case MISTRAL, PHI3, GEMMA2, GEMMA3 -> true;
                    case LLAMA, QWEN3_5, OLMO2, GPT2, GPT_NEOX -> false;
                };
        if (!used) {
            return 0;
        }
        boolean noneByDefault = family == LmFamily.PHI3 || family == LmFamily.SMOLLM3;
        int ifAbsent = noneByDefault || config.node().has("sliding_window") ? 0 : 4096;
        return config.count("sliding_window", ifAbsent, Integer.MAX_VALUE);
    }

    /** Which layers rotate positions: all, but in SmolLM3, and in none of GPT-2's. */
    private boolean[] rotates() throws WorkbenchException {
        boolean[] rotates = new boolean[layers];
        int interval = config.count("no_rope_layer_interval", 4, Integer.MAX_VALUE);
        List<Double> listed =
                family == LmFamily.SMOLLM3 && config.has("no_rope_layers")
                        ? config.numbers("no_rope_layers", layers, 0, 1)
                        : null;
        for (int i = 0; i < layers; i++) {
            if (listed != null) {
                rotates[i] = listed.get(i) != 0; // 1 means: this layer rotates
            } else if (family == LmFamily.SMOLLM3) {
                rotates[i] = (i + 1) % interval != 0;
            } else {
                rotates[i] = family != LmFamily.GPT2;
            }
        }
        return rotates;
    }
}
