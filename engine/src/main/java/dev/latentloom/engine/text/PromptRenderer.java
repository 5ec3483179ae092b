package dev.latentloom.engine.text;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Turns an agent's system sentence and filled prompt into what its model reads.
 *
 * <p>With a chat template the chat is rendered first, with a generation prompt and thinking
 * switched off, and then cut at its slots; the pieces are tokenised without special tokens, because
 * the template has put them in. Where the template refuses or drops a system message, its text goes
 * before the user's, a blank line between. Without a template the prompt is that plain text, and it
 * begins with what {@code tokenizer.json} puts before a text, such as BOS.
 */
public final class PromptRenderer {
    private final Tokenizer tokenizer;
    private final @Nullable ChatTemplate template;
    private final Clock clock;
    private final long[] opening; // ids before a plain text

    /**
     * @param template null for a model without one
     * @param clock what a template that names the day takes for the present
     */
    public PromptRenderer(Tokenizer tokenizer, @Nullable ChatTemplate template, Clock clock) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.clock = clock;
        this.opening = template == null ? opening(tokenizer) : new long[0];
    }

    /** What the tokenizer adds before a text; what it adds behind is left out. */
    private static long[] opening(Tokenizer tokenizer) {
        String probe = "a";
        List<Long> plain = PromptPieces.Ids.of(tokenizer.encode(probe, false)).ids();
        long[] whole = tokenizer.encode(probe, true);
        List<Long> added = PromptPieces.Ids.of(whole).ids();
        int at = Collections.indexOfSubList(added, plain);
        return Arrays.copyOf(whole, Math.max(at, 0));
    }

    /** The prompt as ids with slots between, for thoughts to go in. */
    public PromptPieces pieces(String system, FilledText user) throws WorkbenchException {
        List<PromptPieces.Piece> pieces = new ArrayList<>();
        if (opening.length > 0) {
            pieces.add(PromptPieces.Ids.of(opening));
        }
        for (FilledText.Piece piece : chat(system, user).pieces()) {
            switch (piece) {
                case Slot slot -> pieces.add(slot);
                case FilledText.Words words -> add(tokenizer.encode(words.text(), false), pieces);
            }
        }
        return new PromptPieces(pieces);
    }

    /** Appends ids, joined with the run before them if there is one. */
    private static void add(long[] ids, List<PromptPieces.Piece> pieces) {
        if (ids.length == 0) {
            return;
        }
        List<Long> run = new ArrayList<>();
        if (!pieces.isEmpty() && pieces.getLast() instanceof PromptPieces.Ids before) {
            run.addAll(before.ids());
            pieces.removeLast();
        }
        Arrays.stream(ids).forEach(run::add);
        pieces.add(new PromptPieces.Ids(run));
    }

    /**
     * The prompt as ids with text in its slots, tokenised as one.
     *
     * @param slotTexts what goes into each slot; a slot without text stays empty
     */
    public long[] ids(String system, FilledText user, Map<String, String> slotTexts)
            throws WorkbenchException {
        long[] ids = tokenizer.encode(text(system, user, slotTexts), false);
        long[] all = Arrays.copyOf(opening, opening.length + ids.length);
        System.arraycopy(ids, 0, all, opening.length, ids.length);
        return all;
    }

    /** The text {@link #ids} tokenises: the whole chat with text in its slots. */
    public String text(String system, FilledText user, Map<String, String> slotTexts)
            throws WorkbenchException {
        FilledText.Words words = new FilledText.Words(user.text(slotTexts));
        return chat(system, new FilledText(List.of(words))).text(Map.of());
    }

    /** The whole chat as text with slots between. */
    public FilledText chat(String system, FilledText user) throws WorkbenchException {
        FilledText joined = joined(system, user);
        if (template == null) {
            return joined;
        }
        if (!system.isEmpty()) {
            FilledText withSystem = withSystemMessage(template, system, user);
            if (withSystem != null) {
                return withSystem;
            }
        }
        SlotMarkers markers = new SlotMarkers(joined, "");
        String rendered = render(template, List.of(ChatMessage.of("user", markers.text())));
        List<FilledText.Piece> pieces =
                markers.cut(rendered).orElseThrow(() -> new WorkbenchException("text.promptLost"));
        return new FilledText(pieces);
    }

    /** The chat with a message of its own for the system sentence; null if it gets none. */
    private @Nullable FilledText withSystemMessage(
            ChatTemplate chat, String system, FilledText user) {
        SlotMarkers markers = new SlotMarkers(user, system);
        List<ChatMessage> messages =
                List.of(ChatMessage.of("system", system), ChatMessage.of("user", markers.text()));
        try {
            String rendered = render(chat, messages);
            boolean kept = rendered.contains(system.strip());
            return kept ? markers.cut(rendered).map(FilledText::new).orElse(null) : null;
        } catch (WorkbenchException e) {
            return null; // a template that refuses the role; rendered without it next
        }
    }

    private String render(ChatTemplate chat, List<ChatMessage> messages) throws WorkbenchException {
        return chat.render(messages, ChatOptions.toAnswer(LocalDateTime.now(clock)));
    }

    private static FilledText joined(String system, FilledText user) {
        if (system.isEmpty()) {
            return user;
        }
        List<FilledText.Piece> pieces = new ArrayList<>();
        pieces.add(new FilledText.Words(system + "\n\n"));
        pieces.addAll(user.pieces());
        return new FilledText(pieces);
    }
}
