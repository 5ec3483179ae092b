package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.resources.Messages;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message file and the sources name the same keys. */
class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern NAMED = Pattern.compile("(?:%|\\$\\{bundle:)([\\w.-]+)");
    private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.\\w+)+");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(json|jsonl|csv|py|pkl|safetensors|new|log|html|jinja)");

    /** Literals that look like keys and are names of tensors or fields in files of others. */
    private static final Set<String> OTHERS =
            Set.of(
                    "model.continuing_subword_prefix",
                    "model.embed_tokens.weight",
                    "model.merges",
                    "model.norm.weight",
                    "model.type",
                    "model.unk_id",
                    "model.unk_token",
                    "model.vocab",
                    "train.loss");

    private static final List<String> SUFFIXES = List.of(".tip", ".name", ".about");

    private static Set<String> literals() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String module : List.of("resources", "engine", "views", "app")) {
            try (Stream<Path> tree = Files.walk(Path.of("..", module, "src", "main"))) {
                for (Path file : tree.filter(MessagesTest::isSource).toList()) {
                    String text = Files.readString(file);
                    for (Pattern pattern : List.of(LITERAL, NAMED)) {
                        Matcher matcher = pattern.matcher(text);
                        while (matcher.find()) {
                            found.add(matcher.group(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".fxml");
    }

    private static Set<String> heads() {
        return Messages.bundle().keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
    }

    @Test
    void everyKeyThatSourcesNameHasAText() throws IOException {
        Set<String> heads = heads();
        List<String> missing =
                literals().stream()
                        .filter(text -> KEY.matcher(text).matches())
                        .filter(text -> heads.contains(text.substring(0, text.indexOf('.'))))
                        .filter(text -> !FILE.matcher(text).matches() && !OTHERS.contains(text))
                        .filter(text -> !Messages.has(text))
                        .filter(
                                text ->
                                        SUFFIXES.stream()
                                                .noneMatch(end -> Messages.has(text + end)))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTextIsNamedBySomeSource() throws IOException {
        Set<String> literals = literals();
        List<String> orphans =
                Messages.bundle().keySet().stream()
                        .filter(key -> !named(key, literals))
                        .sorted()
                        .toList();
        assertEquals(List.of(), orphans);
    }

    /**
     * Whether a literal is the key, its stem before a usual suffix, or a part it is joined from.
     */
    private static boolean named(String key, Set<String> literals) {
        boolean whole =
                literals.contains(key)
                        || SUFFIXES.stream()
                                .anyMatch(
                                        end ->
                                                key.endsWith(end)
                                                        && literals.contains(
                                                                key.substring(
                                                                        0,
                                                                        key.length()
                                                                                - end.length())));
        return whole
                || Stream.iterate(
                                key.lastIndexOf('.'),
                                at -> at > key.indexOf('.'),
                                at -> key.lastIndexOf('.', at - 1))
                        .anyMatch(at -> literals.contains(key.substring(0, at + 1)));
    }
}
