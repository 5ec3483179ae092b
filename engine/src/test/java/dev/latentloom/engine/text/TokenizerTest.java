package dev.latentloom.engine.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

class TokenizerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers");
    private static final String WORDS =
            """
            {"version": "1.0", "added_tokens": [], "normalizer": null,
             "pre_tokenizer": {"type": "WhitespaceSplit"}, "post_processor": null, "decoder": null,
             "model": {"type": "WordLevel", "vocab": {"<unk>": 0, "one": 1, "two": 2},
                       "unk_token": "<unk>"}}
            """;

    @TempDir private Path folder;

    private Tokenizer load(String tokenizerJson) throws IOException, WorkbenchException {
        Files.writeString(folder.resolve("tokenizer.json"), tokenizerJson);
        return Tokenizer.load(folder);
    }

    @Test
    void wordsOfAWordLevelVocabularyAreFoundBothWays() throws IOException, WorkbenchException {
        try (Tokenizer tokenizer = load(WORDS)) {
            assertArrayEquals(new long[] {2, 1, 0}, tokenizer.encode("two  one\nthree", false));
            assertEquals("two one", tokenizer.decode(new long[] {2, 1}, true));
            assertEquals(OptionalLong.of(2), tokenizer.vocabulary().id("two"));
            assertEquals(OptionalLong.empty(), tokenizer.vocabulary().id("three"));
            assertEquals("one", tokenizer.vocabulary().token(1));
            assertEquals(3, tokenizer.vocabulary().size());
        }
    }

    @Test
    void wordsWithoutATokenAreFoundOnceInOrderAndOneSpelledOutIsNone()
            throws IOException, WorkbenchException {
        try (Tokenizer tokenizer = load(WORDS)) {
            assertEquals(
                    List.of("\uD83D\uDE42three", "four"),
                    List.copyOf(
                            tokenizer.unknownIn(
                                    "one \uD83D\uDE42three two <unk> four \uD83D\uDE42three")));
            assertEquals(Set.of(), tokenizer.unknownIn("two one"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "qwen2-tiny", "llama3-tiny", "spm-tiny", "gemma-tiny"})
    void whereEveryByteHasATokenNothingIsUnknown(String model) throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN.resolve(model))) {
            assertEquals(Set.of(), tokenizer.unknownIn("na\u00EFve \uD83D\uDE42 \u4F60\u597D"));
        }
    }

    @Test
    void endsOfTextComeFromAllThreeFilesInAnyForm() throws IOException, WorkbenchException {
        Files.writeString(
                folder.resolve("config.json"), "{\"text_config\": {\"eos_token_id\": 7}}");
        Files.writeString(
                folder.resolve("generation_config.json"), "{\"eos_token_id\": [9, 8, null]}");
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"eos_token\": {\"content\": \"two\", \"lstrip\": false}, \"bos_token\": \"one\","
                        + " \"pad_token\": null}");
        try (Tokenizer tokenizer = load(WORDS)) {
            assertArrayEquals(new long[] {2, 7, 8, 9}, tokenizer.endIds());
            assertEquals(OptionalLong.of(1), tokenizer.bosId());
            assertEquals(OptionalLong.of(2), tokenizer.eosId());
            assertEquals(OptionalLong.empty(), tokenizer.padId());
        }
    }

    @Test
    void aHalfCharacterIsHeldBackAndAnInvalidOneIsFlushed() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN.resolve("qwen2-tiny"))) {
            long[] ids = tokenizer.encode("a\uD83D\uDE42", false);
            StreamingDecoder decoder = new StreamingDecoder(tokenizer, true);
            StringBuilder pieces = new StringBuilder();
            for (long id : ids) {
                pieces.append(decoder.add(id)).append('|');
            }
            assertEquals("a||||\uD83D\uDE42|", pieces.toString());
            assertEquals("", decoder.add(ids[1]));
            assertEquals("\uFFFD", decoder.flush());
            assertEquals("a", decoder.add(ids[0]));
        }
    }

    @Test
    void aLoneSurrogateDoesNotSpoilTheRestOfTheText() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN.resolve("qwen2-tiny"))) {
            long[] ids = tokenizer.encode("\uD83D\uDE42 \uD83D x", false);
            assertEquals("\uD83D\uDE42 \uFFFD x", tokenizer.decode(ids, true));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // each of these would make the native library end the process
                "\"unk_token\": null}; \"continuing_subword_prefix\": \"####\"}; model.continuing_subword_prefix",
                "\"post_processor\": null; \"post_processor\": {\"type\": \"TemplateProcessing\","
                        + " \"single\": [{\"SpecialToken\": {\"id\": \"<s>\", \"type_id\": 0}}],"
                        + " \"pair\": [], \"special_tokens\": {}}; post_processor",
                "\"post_processor\": null; \"post_processor\": {\"type\": null,"
                        + " \"single\": [{\"SpecialToken\": {\"id\": \"<s>\", \"type_id\": 0}}],"
                        + " \"pair\": [], \"special_tokens\": {}}; post_processor",
                "\"decoder\": null; \"decoder\": {\"type\": \"Strip\", \"content\": \" \","
                        + " \"start\": 0, \"stop\": 9}; decoder",
            })
    void aFileTheLibraryWouldDieOfIsRefused(String from, String to, String field) {
        String bpe =
                "{\"added_tokens\": [], \"normalizer\": null, \"pre_tokenizer\": null,"
                        + " \"post_processor\": null, \"decoder\": null, \"model\": {\"type\": \"BPE\","
                        + " \"vocab\": {\"a\": 0, \"b\": 1, \"ab\": 2}, \"merges\": [\"a b\"],"
                        + " \"unk_token\": null}}";
        String broken = bpe.replace(from, to);
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> load(broken));
        assertEquals("text.tokenizerField", e.key());
        assertEquals(field, e.arguments().get(1));
    }

    @Test
    void expressionsThatCouldSearchForEverAreRefused() {
        assertEquals(
                List.of(), refused("\\s+(?!\\S)|\\p{N}{1,3}| ?[^\\s\\p{L}]+[\\r\\n]*|(?i:'s|'t)"));
        assertEquals(
                List.of("(a+)+", "((a*)b*)*", "(x)\\1", "(a"),
                refused("(a+)+", "((a*)b*)*", "(x)\\1", "(a"));
    }

    private static List<String> refused(String... expressions) {
        return List.of(expressions).stream().filter(regex -> !RegexCheck.tame(regex)).toList();
    }
}
