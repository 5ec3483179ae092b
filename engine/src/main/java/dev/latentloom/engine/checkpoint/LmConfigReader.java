package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads an {@link LmConfig}: finds the text model, fills in defaults, refuses what cannot be. */
final class LmConfigReader {
    static final int MAX_LAYERS = 1024;
    private static final int MAX_WIDTH = 1 << 20;
    private static final int MAX_VOCAB = 1 << 24;

    private final ConfigJson config;
    private final LmFamily family;
    private final FamilyDefaults defaults;

    private LmConfigReader(ConfigJson config, LmFamily family) {
        this.config = config;
        this.family = family;
        this.defaults = FamilyDefaults.of(family);
    }

    static LmConfig read(Path folder) throws WorkbenchException {
        Path file = folder.resolve("config.json");
        ConfigJson whole = new ConfigJson(file, JsonFile.object(file));
        LmFamily family = family(whole);
        if (whole.has("quantization_config")) {
            throw whole.unsupported(
                    "quantization_config", whole.node().get("quantization_config"), "none");
        }
        ConfigJson text = whole.child("text_config");
        LmConfigReader reader = new LmConfigReader(text == null ? whole : text, family);
        return reader.read(whole, text != null, endIds(folder, whole, reader.config));
    }

    private static LmFamily family(ConfigJson whole) throws WorkbenchException {
        String type = whole.text("model_type", "");
        JsonNode architecture = whole.node().path("architectures").path(0);
        return LmFamily.ofModelType(type)
                .orElseThrow(
                        () ->
                                new WorkbenchException(
                                        "checkpoint.unknownArchitecture",
                                        whole.file().toString(),
                                        type.isEmpty() ? architecture.asText("none") : type,
                                        LmFamily.known()));
    }

    /** generation_config.json wins, as it does when transformers generates. */
    private static List<Integer> endIds(Path folder, ConfigJson whole, ConfigJson text)
            throws WorkbenchException {
        Path file = folder.resolve("generation_config.json");
        if (Files.isRegularFile(file)) {
            List<Integer> ids = new ConfigJson(file, JsonFile.object(file)).ids("eos_token_id");
            if (!ids.isEmpty()) {
                return ids;
            }
        }
        List<Integer> ids = text.ids("eos_token_id");
        return ids.isEmpty() ? whole.ids("eos_token_id") : ids;
    }

    private LmConfig read(ConfigJson whole, boolean multimodal, List<Integer> endIds)
            throws WorkbenchException {
        int hidden =
                config.count(config.first("n_embd", "hidden_size"), defaults.hidden(), MAX_WIDTH);
        int layers =
                config.count(
                        config.first("n_layer", "num_hidden_layers"),
                        defaults.layers(),
                        MAX_LAYERS);
        int maxPositions =
                config.count(
                        config.first("n_positions", "max_position_embeddings"),
                        defaults.further().maxPositions(),
                        Integer.MAX_VALUE);
        refuseWhatIsNotComputed();
        AttentionConfig attention = attention(hidden);
        RopeReader ropes =
                family == LmFamily.GPT2
                        ? null
                        : new RopeReader(config, family, attention.headDim(), maxPositions);
        List<LayerPlan> plans = new LayerPlanReader(config, family, layers).read(ropes);
        return new LmConfig(
                family,
                multimodal,
                hidden,
                intermediate(hidden),
                config.count("vocab_size", defaults.vocab(), MAX_VOCAB),
                maxPositions,
                config.number(normEpsKey(), defaults.further().normEps(), 0, 1),
                activation(),
                tied(whole, multimodal),
                mlpBias(),
                family == LmFamily.GPT_NEOX && config.flag("use_parallel_residual", true),
                gemma() ? Math.sqrt(hidden) : 1,
                finalSoftcap(),
                attention,
                plans.stream().anyMatch(LayerPlan::linear) ? deltaNet() : null,
                plans,
                dtype(whole),
                endIds);
    }

    private boolean gemma() {
        return family == LmFamily.GEMMA2 || family == LmFamily.GEMMA3;
    }

    private void refuseWhatIsNotComputed() throws WorkbenchException {
        refuseFlag("scale_attn_by_inverse_layer_idx", family == LmFamily.GPT2);
        refuseFlag("add_cross_attention", family == LmFamily.GPT2);
        refuseFlag("use_bidirectional_attention", gemma());
        refuseFlag("rope_interleaved", family == LmFamily.LLAMA);
    }

    private void refuseFlag(String key, boolean concerned) throws WorkbenchException {
        if (concerned && config.flag(key, false)) {
            throw config.unsupported(key, true, "false");
        }
    }

    private AttentionConfig attention(int hidden) throws WorkbenchException {
        int heads =
                config.count(
                        config.first("n_head", "num_attention_heads"), defaults.heads(), MAX_WIDTH);
        boolean nullMeansHeads = config.node().has("num_key_value_heads");
        int kvDefault = defaults.kvHeads() == 0 || nullMeansHeads ? heads : defaults.kvHeads();
        int kvHeads = hasKvHeads() ? config.count("num_key_value_heads", kvDefault, heads) : heads;
        if (heads % kvHeads != 0) {
            throw config.bad("num_key_value_heads", kvHeads, "a divisor of " + heads + " heads");
        }
        int headDim = headDim(hidden, heads);
        boolean bias = config.flag("attention_bias", false);
        return new AttentionConfig(
                heads,
                kvHeads,
                headDim,
                attentionScale(headDim),
                family == LmFamily.GEMMA2 || family == LmFamily.GEMMA3
                        ? softcap("attn_logit_softcapping", 50)
                        : 0,
                inputBias(bias),
                outputBias(bias));
    }

    private boolean hasKvHeads() {
        return family != LmFamily.GPT2 && family != LmFamily.GPT_NEOX;
    }

    private int headDim(int hidden, int heads) throws WorkbenchException {
        boolean free = // the others split the hidden size among the heads, whatever the file says
                switch (family) {
                    case LLAMA,
                            MISTRAL,
                            QWEN2,
                            QWEN3,
                            QWEN3_5,
                            GEMMA2,
                            GEMMA3,
                            PHI3,
                            SMOLLM3,
                            OLMO2 ->
                            true;
                    case GPT2, GPT_NEOX -> false;
                };
        int computed = defaults.headDim() == 0 ? hidden / heads : defaults.headDim();
        if (free && config.has("head_dim")) {
            return config.count("head_dim", computed, MAX_WIDTH / heads);
        }
        if (defaults.headDim() == 0 && hidden % heads != 0) {
            throw config.bad(
                    config.first("n_head", "num_attention_heads"),
                    heads,
                    "a divisor of the hidden size " + hidden);
        }
        return computed;
    }

    private double attentionScale(int headDim) throws WorkbenchException {
        if (gemma()) {
            return 1 / Math.sqrt(config.number("query_pre_attn_scalar", 256, 1e-6, 1e9));
        }
        boolean unscaled = family == LmFamily.GPT2 && !config.flag("scale_attn_weights", true);
        return unscaled ? 1 : 1 / Math.sqrt(headDim);
    }

    private double finalSoftcap() throws WorkbenchException {
        return gemma() ? softcap("final_logit_softcapping", 30) : 0;
    }

    /** Gemma 2 caps where the file is silent; Gemma 3, or a null in the file, does not. */
    private double softcap(String key, double ofGemma2) throws WorkbenchException {
        boolean silent = family == LmFamily.GEMMA2 && !config.node().has(key);
        return config.number(key, silent ? ofGemma2 : 0, 1e-3, 1e6);
    }

    private boolean inputBias(boolean attentionBias) throws WorkbenchException {
        return switch (family) {
            case QWEN2, GPT2 -> true;
            case MISTRAL, PHI3 -> false;
            case GPT_NEOX -> config.flag("attention_bias", true);
            default -> attentionBias;
        };
    }

    private boolean outputBias(boolean attentionBias) throws WorkbenchException {
        return switch (family) {
            case GPT2 -> true;
            case QWEN2, MISTRAL, PHI3 -> false;
            case GPT_NEOX -> config.flag("attention_bias", true);
            default -> attentionBias;
        };
    }

    private boolean mlpBias() throws WorkbenchException {
        return switch (family) {
            case GPT2, GPT_NEOX -> true;
            case LLAMA, SMOLLM3 -> config.flag("mlp_bias", false);
            default -> false;
        };
    }

    private int intermediate(int hidden) throws WorkbenchException {
        int ifAbsent = defaults.intermediate() == 0 ? 4 * hidden : defaults.intermediate();
        String key = family == LmFamily.GPT2 ? "n_inner" : "intermediate_size";
        return config.count(key, ifAbsent, 1 << 22);
    }

    private String normEpsKey() {
        return switch (family) {
            case GPT2 -> "layer_norm_epsilon";
            case GPT_NEOX -> "layer_norm_eps";
            default -> "rms_norm_eps";
        };
    }

    private Activation activation() throws WorkbenchException {
        String key =
                switch (family) {
                    case GPT2 -> "activation_function";
                    case GEMMA2, GEMMA3 ->
                            "hidden_activation"; // hidden_act of old files is ignored
                    default -> "hidden_act";
                };
        String ifAbsent =
                switch (family) {
                    case GPT2 -> "gelu_new";
                    case GEMMA2, GEMMA3 -> "gelu_pytorch_tanh";
                    case GPT_NEOX -> "gelu";
                    default -> "silu";
                };
        String name = config.text(key, ifAbsent);
        return Activation.named(name)
                .orElseThrow(
                        () -> config.unsupported(key, name, "silu, gelu, gelu_pytorch_tanh, relu"));
    }

    /** A multimodal file says it outside of its text model, where both do. */
    private boolean tied(ConfigJson whole, boolean multimodal) throws WorkbenchException {
        boolean inside = config.flag("tie_word_embeddings", defaults.further().tied());
        return multimodal ? whole.flag("tie_word_embeddings", inside) : inside;
    }

    private DeltaNetConfig deltaNet() throws WorkbenchException {
        int keyHeads = config.count("linear_num_key_heads", 16, 1 << 16);
        int valueHeads = config.count("linear_num_value_heads", 32, 1 << 16);
        if (valueHeads % keyHeads != 0) {
            throw config.bad(
                    "linear_num_value_heads",
                    valueHeads,
                    "a multiple of " + keyHeads + " key heads");
        }
        return new DeltaNetConfig(
                keyHeads,
                valueHeads,
                config.count("linear_key_head_dim", 128, 1 << 16),
                config.count("linear_value_head_dim", 128, 1 << 16),
                config.whole("linear_conv_kernel_dim", 4, 2, 1 << 10));
    }

    private @Nullable DType dtype(ConfigJson whole) throws WorkbenchException {
        ConfigJson holder = config.has("dtype") || config.has("torch_dtype") ? config : whole;
        String name = holder.text(holder.first("dtype", "torch_dtype"), "");
        return switch (name) {
            case "float32" -> DType.F32;
            case "float16" -> DType.F16;
            case "bfloat16" -> DType.BF16;
            case "float64" -> DType.F64;
            default -> null; // "auto" or absent: the weights say it themselves
        };
    }
}
