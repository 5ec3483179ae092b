package dev.latentloom.engine.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Texts to ids and back, exactly as the model's own {@code tokenizer.json} says: no padding, no
 * truncation. Safe for use by several threads; closing it frees the native part.
 */
public final class Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer backend;
    private final Vocabulary vocabulary;
    private final SpecialTokens special;

    private Tokenizer(HuggingFaceTokenizer backend, Vocabulary vocabulary, SpecialTokens special) {
        this.backend = backend;
        this.vocabulary = vocabulary;
        this.special = special;
    }

    /**
     * Loads {@code tokenizer.json} of a model folder, with the special tokens that its other files
     * name. Refuses a file the native library could stumble over.
     */
    public static Tokenizer load(Path folder) throws WorkbenchException {
        Path file = folder.resolve("tokenizer.json");
        byte[] bytes = TextFiles.bytes(file);
        JsonNode json = TextFiles.object(file, bytes);
        Vocabulary vocabulary = Vocabulary.of(json);
        new TokenizerCheck(file, json, vocabulary).check();
        SpecialTokens special = SpecialTokens.load(folder);
        HuggingFaceTokenizer backend = open(file, bytes);
        try {
            backend.decode(backend.encode("a b", true, false).getIds(), false);
        } catch (RuntimeException e) {
            backend.close();
            throw refused(file, e);
        }
        return new Tokenizer(backend, vocabulary, special);
    }

    private static HuggingFaceTokenizer open(Path file, byte[] bytes) throws WorkbenchException {
        if (System.getenv("RUST_FLAVOR") == null && System.getProperty("RUST_FLAVOR") == null) {
            // otherwise a machine with CUDA would be sent to download a library built for it
            System.setProperty("RUST_FLAVOR", "cpu");
        }
        Map<String, String> options = Map.of("padding", "false", "truncation", "false");
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(bytes), options);
        } catch (IOException | RuntimeException e) {
            throw refused(file, e);
        }
    }

    private static WorkbenchException refused(Path file, Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new WorkbenchException(e, "text.tokenizerRefused", file.toString(), reason);
    }

    /**
     * Ids of a text.
     *
     * @param specialTokens whether to add what {@code tokenizer.json} adds around a text, such as
     *     BOS; special tokens spelled out in the text become their ids in either case
     */
    public long[] encode(String text, boolean specialTokens) {
        return backend.encode(wellFormed(text), specialTokens, false).getIds();
    }

    /** Same as {@link #encode}, with tokens and offsets. */
    public EncodedText encodeWithTokens(String text, boolean specialTokens) {
        return encodedText(backend.encode(wellFormed(text), specialTokens, false));
    }

    /** Two texts as one input, joined as {@code tokenizer.json} says, special tokens included. */
    public EncodedText encodePair(String first, String second) {
        return encodedText(backend.encode(wellFormed(first), wellFormed(second), true, false));
    }

    /** Several texts at once, each as {@link #encode} gives it; nothing is padded. */
    public List<long[]> encodeAll(List<String> texts, boolean specialTokens) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<String> clean = texts.stream().map(Tokenizer::wellFormed).toList();
        List<long[]> ids = new ArrayList<>(texts.size());
        for (Encoding encoding : backend.batchEncode(clean, specialTokens, false)) {
            ids.add(encoding.getIds());
        }
        return ids;
    }

    /** Parts of a text that have no token of their own, each once, in the order of the text. */
    public Set<String> unknownIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        OptionalLong unknown = vocabulary.unknown();
        if (unknown.isEmpty()) {
            return found;
        }
        String clean = wellFormed(text);
        EncodedText encoded = encodeWithTokens(clean, false);
        for (int i = 0; i < encoded.ids().length; i++) {
            if (encoded.ids()[i] == unknown.getAsLong()) {
                int from = clean.offsetByCodePoints(0, encoded.starts()[i]);
                int to = clean.offsetByCodePoints(0, encoded.ends()[i]);
                String part = clean.substring(from, to);
                if (!part.equals(encoded.tokens().get(i))) { // it may be spelled out
                    found.add(part);
                }
            }
        }
        return found;
    }

    /**
     * Text of ids; an id without a token gives nothing.
     *
     * @param skipSpecial whether special tokens are left out
     */
    public String decode(long[] ids, boolean skipSpecial) {
        for (long id : ids) {
            if (id < 0 || id > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("not a token id: " + id);
            }
        }
        return ids.length == 0 ? "" : backend.decode(ids, skipSpecial);
    }

    /** Tokens and ids of the file. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The named tokens of the folder. */
    public SpecialTokens specialTokens() {
        return special;
    }

    /** Id of the first token of a text, where {@code tokenizer_config.json} names one. */
    public OptionalLong bosId() {
        return special.id("bos_token", vocabulary);
    }

    /** Id of the end-of-text token, where {@code tokenizer_config.json} names one. */
    public OptionalLong eosId() {
        return special.id("eos_token", vocabulary);
    }

    /** Id of the padding token, where {@code tokenizer_config.json} names one. */
    public OptionalLong padId() {
        return special.id("pad_token", vocabulary);
    }

    /** Every id that ends a text, ascending; empty where no file of the folder names one. */
    public long[] endIds() {
        return special.endIds(vocabulary);
    }

    @Override
    public void close() {
        backend.close();
    }

    private static EncodedText encodedText(Encoding encoding) {
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] starts = new int[spans.length];
        int[] ends = new int[spans.length];
        for (int i = 0; i < spans.length; i++) {
            CharSpan span = spans[i];
            if (span != null) { // null: a token that stands for nothing in the text
                starts[i] = span.getStart();
                ends[i] = span.getEnd();
            }
        }
        List<String> tokens = List.of(encoding.getTokens());
        return new EncodedText(encoding.getIds(), encoding.getTypeIds(), tokens, starts, ends);
    }

    /** A lone surrogate would make the native side misread the whole text: it becomes U+FFFD. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] points =
                        text.codePoints()
                                .map(p -> p >= 0xD800 && p <= 0xDFFF ? 0xFFFD : p)
                                .toArray();
                return new String(points, 0, points.length);
            }
        }
        return text;
    }
}
