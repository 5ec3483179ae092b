package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LmConfigTest {
    @TempDir Path folder;

    private LmConfig read(String json) throws IOException, WorkbenchException {
        Files.writeString(folder.resolve("config.json"), json.replace('\'', '"'));
        return LmConfig.read(folder);
    }

    private WorkbenchException refused(String json) {
        return assertThrows(WorkbenchException.class, () -> read(json));
    }

    private static List<Integer> windows(LmConfig config) {
        return config.layers().stream().map(LayerPlan::window).toList();
    }

    @Test
    void llamaTakesTheDefaultsOfTransformers() throws Exception {
        LmConfig config = read("{'model_type': 'llama'}");
        assertEquals(32, config.layers().size());
        assertEquals(4096, config.hidden());
        assertEquals(11008, config.intermediate());
        assertEquals(
                new AttentionConfig(32, 32, 128, 1 / Math.sqrt(128), 0, false, false),
                config.attention());
        assertEquals(
                new LayerPlan(false, 0, new Rope(1e4, 128, new RopeScaling.None())),
                config.layers().getLast());
        assertFalse(config.tieEmbeddings());
        assertNull(config.dtype());
    }

    @Test
    void mistralSlidesByDefaultButNotWhereTheFileSaysNull() throws Exception {
        String sizes = "{'model_type': 'mistral', 'num_hidden_layers': 2.0";
        assertEquals(List.of(4096, 4096), windows(read(sizes + "}")));
        assertEquals(List.of(0, 0), windows(read(sizes + ", 'sliding_window': null}")));
    }

    @Test
    void qwen2SlidesFromMaxWindowLayersOnIfItUsesTheWindow() throws Exception {
        String sizes =
                "{'model_type': 'qwen2', 'num_hidden_layers': 3, 'sliding_window': 8,"
                        + " 'max_window_layers': 1";
        assertEquals(List.of(0, 0, 0), windows(read(sizes + "}")));
        assertEquals(List.of(0, 8, 8), windows(read(sizes + ", 'use_sliding_window': true}")));
    }

    @Test
    void gemma3HasTwoRopesInBothSpellings() throws Exception {
        LmConfig old =
                read(
                        "{'model_type': 'gemma3_text', 'num_hidden_layers': 6, 'sliding_window': 5,"
                                + " 'rope_scaling': {'rope_type': 'linear', 'factor': 8}}");
        LmConfig now =
                read(
                        "{'model_type': 'gemma3', 'text_config': {'model_type': 'gemma3_text',"
                                + " 'num_hidden_layers': 6, 'sliding_window': 5, 'rope_parameters':"
                                + " {'full_attention': {'rope_type': 'linear', 'factor': 8, 'rope_theta':"
                                + " 1000000}, 'sliding_attention': {'rope_type': 'default',"
                                + " 'rope_theta': 10000}}, 'dtype': 'bfloat16'}}");
        assertEquals(old.layers(), now.layers());
        assertEquals(List.of(5, 5, 5, 5, 5, 0), windows(now));
        assertEquals(new Rope(1e4, 256, new RopeScaling.None()), now.layers().getFirst().rope());
        assertEquals(new Rope(1e6, 256, new RopeScaling.Linear(8)), now.layers().get(5).rope());
        assertTrue(now.multimodal());
        assertEquals(DType.BF16, now.dtype());
        assertEquals(Math.sqrt(2304), now.embeddingScale());
    }

    @Test
    void qwen35AlternatesByIntervalAndRotatesAQuarter() throws Exception {
        LmConfig config = read("{'model_type': 'qwen3_5_text', 'num_hidden_layers': 4}");
        assertEquals(
                List.of(true, true, true, false),
                config.layers().stream().map(LayerPlan::linear).toList());
        Rope rope = config.layers().getLast().rope();
        assertNotNull(rope);
        assertEquals(64, rope.dims());
        assertEquals(new DeltaNetConfig(16, 32, 128, 128, 4), config.deltaNet());
    }

    @Test
    void gpt2IsReadByItsOwnNames() throws Exception {
        LmConfig config = read("{'model_type': 'gpt2', 'n_embd': 48, 'n_head': 4, 'n_layer': 3}");
        assertEquals(192, config.intermediate());
        assertEquals(Activation.GELU_TANH, config.activation());
        assertTrue(config.tieEmbeddings() && config.attention().outputBias() && config.mlpBias());
        assertNull(config.layers().getFirst().rope());
    }

    @Test
    void generationConfigSaysWhatEndsAText() throws Exception {
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [7, 9]}");
        assertEquals(List.of(7, 9), read("{'model_type': 'llama', 'eos_token_id': 2}").endIds());
    }

    @Test
    void anUnknownArchitectureIsNamedAndTheKnownOnesAreListed() {
        WorkbenchException e =
                refused("{'model_type': 'mamba', 'architectures': ['MambaForCausalLM']}");
        assertEquals("checkpoint.unknownArchitecture", e.key());
        assertEquals("mamba", e.arguments().get(1));
        assertTrue(e.arguments().get(2).toString().contains("qwen3_5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden_size|-4",
                "hidden_size|1e300",
                "hidden_size|12.5",
                "num_hidden_layers|2000",
                "num_hidden_layers|0",
                "num_attention_heads|true",
                "num_attention_heads|7",
                "num_key_value_heads|5",
                "head_dim|15",
                "vocab_size|99999999999",
                "rms_norm_eps|\"x\"",
                "rms_norm_eps|-1",
                "rope_theta|0",
                "rope_scaling|[1]",
                "rope_scaling|{\"type\": \"linear\"}",
                "rope_scaling|{\"type\": \"linear\", \"factor\": -2}",
                "rope_scaling|{\"type\": 3}",
                "tie_word_embeddings|1",
            })
    void whatNoModelCanBeNamesFileAndKey(String key, String value) {
        WorkbenchException e = refused("{'model_type': 'llama', '" + key + "': " + value + "}");
        assertEquals("checkpoint.configValue", e.key());
        assertTrue(e.arguments().get(0).toString().endsWith("config.json"));
    }

    @Test
    void whatIsNotComputedIsRefused() {
        for (String part :
                List.of(
                        "'hidden_act': 'mish'",
                        "'rope_scaling': {'rope_type': 'dynamic', 'factor': 2}",
                        "'quantization_config': {'quant_method': 'fp8'}")) {
            assertEquals(
                    "checkpoint.configUnsupported",
                    refused("{'model_type': 'llama', " + part + "}").key());
        }
    }

    @Test
    void brokenJsonIsNamed() {
        assertEquals("checkpoint.jsonBroken", refused("{'model_type': 'llama'").key());
        assertEquals("checkpoint.jsonBroken", refused("[]").key());
        assertEquals("checkpoint.jsonBroken", refused("").key());
        assertEquals("checkpoint.jsonBroken", refused("{'model_type': 'llama', 'x': NaN}").key());
    }
}
