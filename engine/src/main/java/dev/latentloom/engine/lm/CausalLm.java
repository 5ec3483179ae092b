package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.nio.file.Path;
import java.util.List;

/**
 * A frozen causal language model. Shapes: B rows, T positions, D hidden size, V vocabulary. "Hidden
 * state" is the last layer's output after the final norm, what the output table reads.
 */
public final class CausalLm implements AutoCloseable {
    private final Path folder;
    private final LmConfig config;
    private final DeviceChoice device;
    private final DType type;
    private final Family family;
    private final LmKernels kernels;
    private final LmWeights weights;
    private final long weightBytes;
    private final RopeTables ropes;
    private final Scope scope;

    /** A model of these weights; whoever gave them closes their scope where this throws. */
    CausalLm(Path folder, LmConfig config, DeviceChoice device, Weights weights, JobMonitor monitor)
            throws WorkbenchException {
        this.folder = folder;
        this.config = config;
        this.device = device;
        this.type = weights.type();
        this.scope = weights.scope();
        this.family = Family.of(config);
        this.kernels = LmKernels.of(family.kernel());
        this.weights = new LmLoader(config, family, weights, monitor).load();
        this.weightBytes = weights.bytes();
        this.ropes = new RopeTables(config, device, scope);
    }

    /**
     * Loads a HuggingFace folder; weights are mapped where their type and device allow it.
     *
     * @throws WorkbenchException naming file, fact and remedy where anything is wrong with it
     */
    public static CausalLm load(Path folder, DeviceChoice device, DType type, JobMonitor monitor)
            throws WorkbenchException {
        device.require();
        LmConfig config = LmConfig.read(folder);
        Scope scope = Scope.open();
        try {
            TensorSource stored = new StoredTensors(folder, device, scope);
            Weights weights = new Weights(folder, stored, type, scope);
            return new CausalLm(folder, config, device, weights, monitor);
        } catch (WorkbenchException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    public LmConfig config() {
        return config;
    }

    public DeviceChoice device() {
        return device;
    }

    /** Type that weights, caches and embeddings have. */
    public DType type() {
        return type;
    }

    /** Bytes of the weights that were read from its files, in the types they are held in. */
    public long weightBytes() {
        return weightBytes;
    }

    LmKernels kernels() {
        return kernels;
    }

    /** Input embedding table (V, D), unscaled; gemma multiplies what it looks up by √D. */
    public Tensor embeddingTable() {
        return weights.embedding();
    }

    /** Output table (V, D). */
    public Tensor outputTable() {
        return weights.output();
    }

    /**
     * Looks tokens up, scale included (transformers' {@code get_input_embeddings()}, version 5).
     *
     * @param ids i64 (B, T)
     * @return (B, T, D)
     */
    public Tensor embed(Tensor ids, Scope owner) {
        return kernels.embed(ids, weights.embedding(), config.embeddingScale(), owner);
    }

    /** An empty in-place cache for rows without padding. */
    public KvCache newCache(int rows, Scope owner) {
        return newCache(new long[rows], owner);
    }

    /**
     * An empty in-place cache; {@code pads} counts the padded positions on the left of each row.
     */
    public KvCache newCache(long[] pads, Scope owner) {
        return new KvCache(this, family.cache(config), pads, true, owner);
    }

    /** An empty functional cache, through which gradients flow. */
    public KvCache newGradientCache(long[] pads, Scope owner) {
        return new KvCache(this, family.cache(config), pads, false, owner);
    }

    /**
     * Reads input embeddings on top of a cache.
     *
     * @param embeddings (B, T, D)
     * @return hidden states (B, T, D)
     */
    public Tensor hidden(Tensor embeddings, KvCache cache, Scope owner) {
        return lastHidden(embeddings, embeddings.shape().get(1), cache, owner);
    }

    /** Reads input embeddings and returns the hidden state of the last position, (B, 1, D). */
    public Tensor lastHidden(Tensor embeddings, KvCache cache, Scope owner) {
        return lastHidden(embeddings, 1, cache, owner);
    }

    /**
     * Reads all input embeddings and returns the hidden states of the last positions; the others
     * are spared what only their own state would need.
     *
     * @param wanted how many positions, 1 to T
     * @return (B, wanted, D)
     */
    public Tensor lastHidden(Tensor embeddings, long wanted, KvCache cache, Scope owner) {
        return pass(embeddings, cache, false, wanted, owner).getFirst();
    }

    /** Reads input embeddings and keeps the states of every layer. */
    public HiddenStates hiddenStates(Tensor embeddings, KvCache cache, Scope owner) {
        List<Tensor> out = pass(embeddings, cache, true, embeddings.shape().get(1), owner);
        int layers = config.layers().size();
        return new HiddenStates(out.get(0), out.get(1), List.copyOf(out.subList(2, 2 + layers)));
    }

    private List<Tensor> pass(
            Tensor embeddings, KvCache cache, boolean taps, long wanted, Scope owner) {
        int read = Math.toIntExact(embeddings.shape().get(1));
        Packed rope = ropes.forLength(cache.length() + read);
        List<Tensor> out =
                kernels.decode(embeddings, weights, rope, cache.view(read), taps, wanted, owner);
        int states = taps ? 2 + config.layers().size() : 1;
        cache.advance(read, out.subList(states, out.size()));
        return out;
    }

    /**
     * Logits over the vocabulary, soft-capped where the model does.
     *
     * @param hidden (…, D)
     * @return (…, V)
     */
    public Tensor logits(Tensor hidden, Scope owner) {
        return kernels.logits(hidden, weights.head(), config.finalSoftcap(), owner);
    }

    /** The most likely next token of each row, i64 (B), given logits (B, T, V). */
    public Tensor best(Tensor logits, Scope owner) {
        return kernels.best(logits, owner);
    }

    /** Frees the weights. */
    @Override
    public void close() {
        scope.close();
    }
}
