package dev.latentloom.engine.train;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.task.TinyShape;
import dev.latentloom.engine.task.Vocabulary;
import dev.latentloom.engine.task.WordTokenizerJson;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a tiny agent as an ordinary HuggingFace folder, which transformers loads as well. */
final class TinyModelFolder {
    static final double NORM_EPS = 1e-6;
    static final double ROPE_BASE = 10_000;

    private static final int POSITIONS = 512;

    private TinyModelFolder() {}

    /** Writes configuration, tokenizer and weights; makes the folder where it is missing. */
    static void write(TinyModel model, Vocabulary vocabulary, Path folder)
            throws WorkbenchException {
        try {
            Files.createDirectories(folder);
            WordTokenizerJson.write(vocabulary, folder);
            json(config(model, vocabulary), folder.resolve("config.json"));
            json(generation(vocabulary), folder.resolve("generation_config.json"));
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "checkpoint.unwritable", folder.toString(), e.toString());
        }
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (Map.Entry<String, Tensor> weight : model.weights().entrySet()) {
            Tensor tensor = weight.getValue();
            writer.floats(weight.getKey(), tensor.shape(), TensorKernels.floats(tensor));
        }
        writer.write(folder.resolve("model.safetensors"));
    }

    private static void json(ObjectNode node, Path file) throws IOException {
        Files.writeString(
                file,
                RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }

    private static ObjectNode config(TinyModel model, Vocabulary vocabulary) {
        TinyShape shape = model.shape();
        ObjectNode node = RunJson.MAPPER.createObjectNode();
        boolean qwen = shape.family().equals("qwen3");
        node.putArray("architectures").add(qwen ? "Qwen3ForCausalLM" : "LlamaForCausalLM");
        node.put("model_type", shape.family())
                .put("hidden_size", shape.hidden())
                .put("intermediate_size", shape.intermediate())
                .put("num_hidden_layers", shape.layers())
                .put("num_attention_heads", shape.heads())
                .put("num_key_value_heads", shape.keyValueHeads())
                .put("head_dim", model.headWidth())
                .put("vocab_size", model.vocabulary())
                .put("max_position_embeddings", POSITIONS)
                .put("rms_norm_eps", NORM_EPS)
                .put("rope_theta", ROPE_BASE)
                .put("hidden_act", "silu")
                .put("attention_bias", false)
                .put("tie_word_embeddings", shape.tied())
                .put("torch_dtype", "float32");
        ids(node, vocabulary);
        return node;
    }

    private static ObjectNode generation(Vocabulary vocabulary) {
        ObjectNode node = RunJson.MAPPER.createObjectNode();
        ids(node, vocabulary);
        return node;
    }

    private static void ids(ObjectNode node, Vocabulary vocabulary) {
        node.put("bos_token_id", vocabulary.id(Vocabulary.BOS))
                .put("eos_token_id", vocabulary.id(Vocabulary.EOM))
                .put("pad_token_id", vocabulary.id(Vocabulary.PAD));
    }
}
