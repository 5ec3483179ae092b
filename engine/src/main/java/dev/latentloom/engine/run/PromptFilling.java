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
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            rows.add(row(questions.get(i), from + i, owner));
        }
        return FilledPrompt.of(rows, owner);
    }

    private Tensor row(Question question, int place, Scope owner) throws WorkbenchException {
        Map<String, String> fields = new HashMap<>(question.fields());
        fields.put("question", question.text());
        Map<String, String> words = new HashMap<>();
        Set<String> filled = new HashSet<>();
        slots.forEach(
                (slot, content) -> {
                    if (content instanceof SlotContent.Words said) {
                        words.put(slot, said.texts().get(place));
                    }
                    boolean nothing = content.empty() || words.getOrDefault(slot, "x").isEmpty();
                    if (!nothing) {
                        filled.add(slot);
                    }
                });
        FilledText text = mate.template().fill(fields, mate.slots(), filled);
        String system = mate.agent().system();
        return words.isEmpty()
                ? embedded(mate.renderer().pieces(system, text), place, owner)
                : embed(mate.renderer().ids(system, text, words), owner);
    }

    private Tensor embedded(PromptPieces prompt, int place, Scope owner) {
        List<Tensor> parts = new ArrayList<>();
        for (PromptPieces.Piece piece : prompt.pieces()) {
            switch (piece) {
                case PromptPieces.Ids run ->
                        parts.add(
                                embed(
                                        run.ids().stream().mapToLong(Long::longValue).toArray(),
                                        owner));
                case Slot slot -> parts.add(thoughts(slot.name(), place, owner));
            }
        }
        return TensorKernels.concat(parts, 1, owner); // (1, T, D)
    }

    private Tensor thoughts(String slot, int place, Scope owner) {
        var content = (SlotContent.Thoughts) Objects.requireNonNull(slots.get(slot));
        CausalLm lm = mate.lm();
        Tensor own = TensorKernels.narrow(content.values(), 0, place, 1, owner);
        return TensorKernels.to(own, lm.device(), lm.type(), owner);
    }

    private Tensor embed(long[] ids, Scope owner) {
        Tensor row =
                TensorKernels.to(
                        owner.longs(ids, 1, ids.length), mate.lm().device(), DType.I64, owner);
        return mate.lm().embed(row, owner);
    }
}
