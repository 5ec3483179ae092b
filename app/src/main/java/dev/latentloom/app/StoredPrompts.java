package dev.latentloom.app;

import dev.latentloom.engine.graph.PromptParts;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.text.ChatTemplate;
import dev.latentloom.engine.text.FilledText;
import dev.latentloom.engine.text.PromptRenderer;
import dev.latentloom.engine.text.PromptTemplate;
import dev.latentloom.engine.text.Slot;
import dev.latentloom.engine.text.Tokenizer;
import dev.latentloom.views.graph.PromptDraft;
import dev.latentloom.views.graph.PromptReader;
import dev.latentloom.views.graph.PromptText;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Renders prompts by the tokenizers and chat templates in models' folders, as a run does. */
final class StoredPrompts implements PromptReader, AutoCloseable {
    private static final int KEPT = 4; // tokenizers in memory; agents of a team often share one

    private final Path natives;
    private final Map<Path, Reader> readers = new LinkedHashMap<>(); // least recently used first

    private record Reader(Tokenizer tokenizer, PromptRenderer renderer) {}

    /**
     * @param natives folder that native libraries are unpacked to
     */
    StoredPrompts(Path natives) {
        this.natives = natives;
    }

    @Override
    public synchronized PromptText read(PromptDraft draft) throws WorkbenchException {
        PromptTemplate template = PromptTemplate.parse(draft.prompt());
        Map<String, String> fields = new HashMap<>();
        for (String name : template.names()) {
            fields.put(name, "{{" + name + "}}"); // fields that come with the data stay as they are
        }
        Set<String> slots = new HashSet<>(draft.slots());
        Set<String> filled = new HashSet<>(draft.filled());
        fields.put(PromptParts.QUESTION, draft.question());
        if (draft.question().isBlank()) {
            slots.add(PromptParts.QUESTION);
            filled.add(PromptParts.QUESTION);
        }
        FilledText user = template.fill(fields, slots, filled);
        PromptRenderer renderer = reader(draft.model()).renderer();
        return new PromptText(
                renderer.chat(draft.system(), user).pieces().stream()
                        .map(StoredPrompts::piece)
                        .toList(),
                renderer.pieces(draft.system(), user).tokenCount());
    }

    private static PromptText.Piece piece(FilledText.Piece piece) {
        return switch (piece) {
            case FilledText.Words words -> new PromptText.Piece(false, words.text());
            case Slot slot -> new PromptText.Piece(true, slot.name());
        };
    }

    private Reader reader(Path model) throws WorkbenchException {
        Reader reader = readers.remove(model);
        if (reader == null) {
            if (!NativeEngine.started()) {
                NativeEngine.unpackTo(natives);
            }
            Tokenizer tokenizer = Tokenizer.load(model);
            ChatTemplate template = ChatTemplate.load(model).orElse(null);
            reader =
                    new Reader(
                            tokenizer,
                            new PromptRenderer(
                                    tokenizer, template, Clock.system(ZoneId.systemDefault())));
        }
        readers.put(model, reader);
        if (readers.size() > KEPT) {
            var oldest = readers.entrySet().iterator();
            oldest.next().getValue().tokenizer().close();
            oldest.remove();
        }
        return reader;
    }

    @Override
    public synchronized void close() {
        readers.values().forEach(reader -> reader.tokenizer().close());
        readers.clear();
    }
}
