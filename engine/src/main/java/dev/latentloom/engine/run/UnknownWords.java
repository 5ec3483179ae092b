package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.text.Tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of words in questions that agents' vocabularies lack: such a word is read as one token for
 * everything unknown, and the answer that follows looks like any other.
 */
public final class UnknownWords {
    private static final int NAMED = 5;

    private UnknownWords() {}

    /** Looks at what a team is to be asked; agents that lack the same are named together. */
    public static void tell(Team team, List<Question> questions, JobMonitor monitor) {
        Map<Lack, List<String>> agents = new LinkedHashMap<>();
        for (Teammate mate : team.mates()) {
            if (mate.template().names().contains("question")) {
                Lack lack = Lack.of(mate.tokenizer(), texts(questions));
                agents.computeIfAbsent(lack, any -> new ArrayList<>()).add(mate.agent().role());
            }
        }
        agents.forEach((lack, roles) -> tell(String.join(", ", roles), lack, monitor));
    }

    private static List<String> texts(List<Question> questions) {
        return questions.stream().map(Question::text).toList();
    }

    /** Looks at a text that one model is to go on with. */
    static void tell(String name, Tokenizer tokenizer, String text, JobMonitor monitor) {
        tell(name, Lack.of(tokenizer, List.of(text)), monitor);
    }

    private static void tell(String names, Lack lack, JobMonitor monitor) {
        if (lack.texts() == 0) {
            return;
        }
        String words = String.join(" ", lack.words().stream().limit(NAMED).toList());
        String more = lack.words().size() > NAMED ? words + " …" : words;
        monitor.event(
                lack.of() == 1
                        ? new RunEvent.Warning("run.unknownWords", List.of(names, more))
                        : new RunEvent.Warning(
                                "run.unknownWordsOfMany",
                                List.of(names, more, lack.texts(), lack.of())));
    }

    /**
     * What a vocabulary lacks.
     *
     * @param words in the order of the texts
     * @param texts that have such a word
     * @param of how many texts
     */
    private record Lack(Set<String> words, int texts, int of) {
        static Lack of(Tokenizer tokenizer, List<String> texts) {
            Set<String> words = new LinkedHashSet<>();
            int found = 0;
            for (String text : texts) {
                Set<String> unknown = tokenizer.unknownIn(text);
                words.addAll(unknown);
                found += unknown.isEmpty() ? 0 : 1;
            }
            return new Lack(words, found, texts.size());
        }
    }
}
