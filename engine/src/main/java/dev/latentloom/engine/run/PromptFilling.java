package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.text.FilledText;
import dev.latentloom.engine.text.PromptPieces;
import dev.latentloom.engine.text.Slot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Fills an agent's prompt for some questions: its words as embeddings of its own tokens, thoughts
 * between them as they came; or, in text, all of it as words.
 */
final class PromptFilling {
    private final Teammate mate;
    private final Map<String, SlotContent> slots;

    /**
     * @param slots what stands in each slot, for all questions of the walk
     */
    PromptFilling(Teammate mate, Map<String, SlotContent> slots) {
        this.mate = mate;
        this.slots = slots;
    }

    /**
     * The prompts of some of the walk's questions.
     *
     * @param from place of the first of them in the walk
     */
    FilledPrompt fill(List<Question> questions, int from, Scope owner) throws WorkbenchException {
        List<PromptPieces> prompts = new ArrayList<>();
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Map<String, String> words = words(from + i);
            FilledText text = text(questions.get(i), words);
            String system = mate.agent().system();
            if (words.isEmpty()) {
                prompts.add(mate.renderer().pieces(system, text));
            } else {
                rows.add(embed(List.of(mate.renderer().ids(system, text, words)), owner));
            }
        }
        if (rows.isEmpty() && alike(prompts)) {
            return FilledPrompt.unpadded(embedded(prompts, from, owner));
        }
        for (PromptPieces prompt : prompts) {
            rows.add(embedded(List.of(prompt), from + rows.size(), owner));
        }
        return FilledPrompt.of(rows, owner);
    }

    /**
     * What the agent reads about a question, as text; thoughts stand in it by slot and number.
     *
     * @param place of the question in the walk
     */
    String read(Question question, int place) throws WorkbenchException {
        Map<String, String> words = words(place);
        Map<String, String> shown = new HashMap<>(words);
        slots.forEach(
                (slot, content) -> {
                    if (content instanceof SlotContent.Thoughts thoughts) {
                        shown.put(slot, "⟦" + slot + " × " + thoughts.length() + "⟧");
                    }
                });
        return mate.renderer().text(mate.agent().system(), text(question, words), shown);
    }

    private Map<String, String> words(int place) {
        Map<String, String> words = new HashMap<>();
        slots.forEach(
                (slot, content) -> {
                    if (content instanceof SlotContent.Words said) {
                        words.put(slot, said.texts().get(place));
                    }
                });
        return words;
    }

    private FilledText text(Question question, Map<String, String> words)
            throws WorkbenchException {
        Map<String, String> fields = new HashMap<>(question.fields());
        fields.put("question", question.text());
        Set<String> filled = new HashSet<>();
        slots.forEach(
                (slot, content) -> {
                    boolean nothing = content.empty() || words.getOrDefault(slot, "x").isEmpty();
                    if (!nothing) {
                        filled.add(slot);
                    }
                });
        return mate.template().fill(fields, mate.slots(), filled);
    }

    /** Whether prompts have the same slots between runs of the same lengths. */
    private static boolean alike(List<PromptPieces> prompts) {
        return prompts.stream().map(PromptFilling::form).distinct().count() == 1;
    }

    private static List<Object> form(PromptPieces prompt) {
        List<Object> form = new ArrayList<>();
        for (PromptPieces.Piece piece : prompt.pieces()) {
            switch (piece) {
                case PromptPieces.Ids run -> form.add(run.ids().size());
                case Slot slot -> form.add(slot.name());
            }
        }
        return form;
    }

    /** Prompts of one form, of consecutive questions, (B, T, D). */
    private Tensor embedded(List<PromptPieces> prompts, int place, Scope owner) {
        List<Tensor> parts = new ArrayList<>();
        for (int k = 0; k < prompts.getFirst().pieces().size(); k++) {
            switch (prompts.getFirst().pieces().get(k)) {
                case PromptPieces.Ids _ -> parts.add(embed(runs(prompts, k), owner));
                case Slot slot -> parts.add(thoughts(slot.name(), place, prompts.size(), owner));
            }
        }
        return TensorKernels.concat(parts, 1, owner);
    }

    private static List<long[]> runs(List<PromptPieces> prompts, int piece) {
        List<long[]> runs = new ArrayList<>();
        for (PromptPieces prompt : prompts) {
            var run = (PromptPieces.Ids) prompt.pieces().get(piece);
            runs.add(run.ids().stream().mapToLong(Long::longValue).toArray());
        }
        return runs;
    }

    private Tensor thoughts(String slot, int place, int count, Scope owner) {
        var content = (SlotContent.Thoughts) Objects.requireNonNull(slots.get(slot));
        CausalLm lm = mate.lm();
        Tensor own = TensorKernels.narrow(content.values(), 0, place, count, owner);
        return TensorKernels.to(own, lm.device(), lm.type(), owner);
    }

    /** Rows of equal length, (B, T, D). */
    private Tensor embed(List<long[]> rows, Scope owner) {
        int length = rows.getFirst().length;
        long[] ids = new long[rows.size() * length];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, ids, i * length, length);
        }
        Tensor here = owner.longs(ids, rows.size(), length);
        Tensor there = TensorKernels.to(here, mate.lm().device(), DType.I64, owner);
        return mate.lm().embed(there, owner);
    }
}
