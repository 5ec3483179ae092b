package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a miniature task; a word's id is its place in the list. */
public final class Vocabulary {
    /** Stands where a sequence is shorter than its batch. */
    public static final String PAD = "<pad>";

    /** Begins every prompt. */
    public static final String BOS = "<bos>";

    /** Ends a message. */
    public static final String EOM = "<eom>";

    /** Stands for any word that is not in the list. */
    public static final String UNKNOWN = "<unk>";

    private final List<String> words;
    private final Map<String, Integer> ids = new HashMap<>();

    /** The four special words, then these. */
    public Vocabulary(List<String> taskWords) {
        List<String> all = new ArrayList<>(List.of(PAD, BOS, EOM, UNKNOWN));
        all.addAll(taskWords);
        words = List.copyOf(all);
        for (int i = 0; i < words.size(); i++) {
            if (ids.put(words.get(i), i) != null) {
                throw new IllegalArgumentException("two words are " + words.get(i));
            }
        }
    }

    /** Words made of a prefix and the numbers from 0 on, as a list that can grow. */
    static List<String> numbered(String prefix, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(prefix + i);
        }
        return words;
    }

    /** All words in the order of their ids. */
    public List<String> words() {
        return words;
    }

    public int size() {
        return words.size();
    }

    /** The id of a word of this vocabulary; refuses others. */
    public int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalArgumentException("no such word: " + word);
        }
        return id;
    }

    /** Ids of the words of a text, which stand between white space. */
    public List<Integer> encode(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.trim().split("\\s+", -1)).stream().map(this::id).toList();
    }

    /** The words of these ids, joined by spaces. */
    public String decode(List<Integer> tokens) {
        return String.join(" ", tokens.stream().map(words::get).toList());
    }
}
