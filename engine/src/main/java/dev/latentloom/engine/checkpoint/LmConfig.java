package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything a decoder needs to know of a model, read from its {@code config.json} with the
 * defaults of HuggingFace transformers filled in: whoever uses it needs no key and no default.
 *
 * @param family whose layer it is
 * @param multimodal whether the text model is nested in a multimodal checkpoint, which changes the
 *     names of its tensors
 * @param hidden hidden size D
 * @param intermediate width of the MLP
 * @param vocab rows of the embedding table V
 * @param maxPositions longest context the file claims
 * @param normEps epsilon of every norm
 * @param activation non-linearity of the MLP
 * @param tieEmbeddings whether the output table is the input table
 * @param mlpBias whether the MLP's projections have biases
 * @param parallelResidual whether attention and MLP read the same input and are added together
 * @param embeddingScale what token embeddings are multiplied with: √D in gemma, else 1
 * @param finalSoftcap logits z become finalSoftcap · tanh(z / finalSoftcap); 0 means they stay
 * @param attention the softmax attention
 * @param deltaNet the linear attention; null where no layer has it
 * @param layers one plan for each layer, the first layer first
 * @param dtype element type the file says its weights have; null where it does not say
 * @param endIds token ids that end a text, as generation_config.json or else config.json has them
 */
public record LmConfig(
        LmFamily family,
        boolean multimodal,
        int hidden,
        int intermediate,
        int vocab,
        int maxPositions,
        double normEps,
        Activation activation,
        boolean tieEmbeddings,
        boolean mlpBias,
        boolean parallelResidual,
        double embeddingScale,
        double finalSoftcap,
        AttentionConfig attention,
        @Nullable DeltaNetConfig deltaNet,
        List<LayerPlan> layers,
        @Nullable DType dtype,
        List<Integer> endIds) {

    /** Copies the lists. */
    public LmConfig {
        layers = List.copyOf(layers);
        endIds = List.copyOf(endIds);
    }

    /**
     * Reads the {@code config.json} of a model folder, in the spelling of transformers 4 or 5.
     *
     * @throws WorkbenchException where it is missing, broken, of an unknown architecture, or says
     *     what no model can be
     */
    public static LmConfig read(Path folder) throws WorkbenchException {
        return LmConfigReader.read(folder);
    }
}
