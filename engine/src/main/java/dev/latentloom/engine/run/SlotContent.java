package dev.latentloom.engine.run;

import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/** What an agent has to say, or what stands in a slot, for every question of a walk. */
public sealed interface SlotContent {
    /** Whether the slot stays empty. */
    boolean empty();

    /** Vectors a question, or tokens on average. */
    int length();

    /**
     * Latent thoughts.
     *
     * @param values (N, L, D); L may be 0
     */
    record Thoughts(Tensor values) implements SlotContent {
        @Override
        public boolean empty() {
            return length() == 0;
        }

        @Override
        public int length() {
            return Math.toIntExact(values.shape().get(1));
        }
    }

    /**
     * Decoded messages, one a question.
     *
     * @param texts messages
     * @param tokens tokens each took to decode
     */
    record Words(List<String> texts, List<Integer> tokens) implements SlotContent {
        public Words {
            texts = List.copyOf(texts);
            tokens = List.copyOf(tokens);
        }

        @Override
        public boolean empty() {
            return texts.stream().allMatch(String::isEmpty);
        }

        @Override
        public int length() {
            return (int) Math.round(tokens.stream().mapToInt(i -> i).average().orElse(0));
        }

        private Words followedBy(Words next) {
            List<String> both = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                both.add((texts.get(i) + "\n" + next.texts.get(i)).strip());
                counts.add(tokens.get(i) + next.tokens.get(i));
            }
            return new Words(both, counts);
        }
    }

    /** Contents of one kind for consecutive questions, as one. */
    static SlotContent ofBatches(List<SlotContent> parts, Scope owner) {
        if (parts.getFirst() instanceof Thoughts) {
            return new Thoughts(TensorKernels.concat(tensors(parts), 0, owner));
        }
        List<String> texts = new ArrayList<>();
        List<Integer> tokens = new ArrayList<>();
        for (SlotContent part : parts) {
            texts.addAll(((Words) part).texts());
            tokens.addAll(((Words) part).tokens());
        }
        return new Words(texts, tokens);
    }

    /** What several edges bring into one slot, one behind the other, question by question. */
    static SlotContent ofEdges(List<SlotContent> parts, Scope owner) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        if (parts.getFirst() instanceof Thoughts) {
            return new Thoughts(TensorKernels.concat(tensors(parts), 1, owner));
        }
        Words joined = (Words) parts.getFirst();
        for (SlotContent part : parts.subList(1, parts.size())) {
            joined = joined.followedBy((Words) part);
        }
        return joined;
    }

    private static List<Tensor> tensors(List<SlotContent> parts) {
        return parts.stream().map(part -> ((Thoughts) part).values()).toList();
    }
}
