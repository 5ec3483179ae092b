package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.tensor.Shape;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Configurations agree with the weights beside them; the references have no other truth. */
class GoldenModelsTest {
    @TestFactory
    Stream<DynamicTest> configurationsAgreeWithTheWeightsBesideThem() throws IOException {
        return GoldenFolder.models().stream()
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws Exception {
        LmConfig config = LmConfig.read(folder);
        Safetensors weights = Safetensors.openModel(folder);
        long embeddings =
                weights.tensors().values().stream()
                        .map(StoredTensor::shape)
                        .filter(Shape.of(config.vocab(), config.hidden())::equals)
                        .count();
        assertEquals(config.tieEmbeddings() ? 1 : 2, embeddings, "tables of (V, D)");
        int layers = config.layers().size();
        String last = "(.*\\.)?(layers|h)\\." + (layers - 1) + "\\..*";
        String beyond = "(.*\\.)?(layers|h)\\." + layers + "\\..*";
        assertTrue(weights.tensors().keySet().stream().anyMatch(name -> name.matches(last)));
        assertTrue(weights.tensors().keySet().stream().noneMatch(name -> name.matches(beyond)));
        if (config.dtype() != null) {
            var table = weights.tensors().values().iterator().next();
            assertEquals(config.dtype(), table.dtype());
        }
        checkAttention(config, weights);
        for (String name : weights.tensors().keySet()) {
            if (weights.tensor(name).dtype().floating()) {
                assertEquals(weights.tensor(name).count(), weights.floats(name).length);
            }
        }
    }

    private static void checkAttention(LmConfig config, Safetensors weights) throws Exception {
        AttentionConfig attention = config.attention();
        int gates = config.family() == LmFamily.QWEN3_5 ? 2 : 1; // its q has a gate beside it
        long queries = (long) attention.heads() * attention.headDim();
        long values = (long) attention.kvHeads() * attention.headDim();
        Map<String, Shape> expected =
                Map.of(
                        "q_proj.weight", Shape.of(queries * gates, config.hidden()),
                        "v_proj.weight", Shape.of(values, config.hidden()),
                        "qkv_proj.weight", Shape.of(queries + 2 * values, config.hidden()),
                        "o_proj.weight", Shape.of(config.hidden(), queries),
                        "down_proj.weight", Shape.of(config.hidden(), config.intermediate()));
        for (String name : weights.tensors().keySet()) {
            String end = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            if (expected.containsKey(end) && name.contains("layers.") && !name.contains("vision")) {
                assertEquals(expected.get(end), weights.tensor(name).shape(), name);
            }
        }
        boolean outputBias =
                weights.tensors().keySet().stream()
                        .anyMatch(
                                name ->
                                        List.of(
                                                        "o_proj.bias",
                                                        "attention.dense.bias",
                                                        "attn.c_proj.bias")
                                                .stream()
                                                .anyMatch(name::endsWith));
        assertEquals(attention.outputBias(), outputBias);
    }
}
