package dev.latentloom.engine.question;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in a data file: JSON Lines or a JSON list of records (fields, OpenAI messages, ShareGPT
 * conversations, Alpaca), CSV or TSV with a header row. Every error names file and line.
 */
public final class QuestionReader {
    /** Field of a question that lists its options, one a line; only multiple choices have it. */
    public static final String CHOICES = "choices";

    private static final String RATIONALE_END = "####";

    private final Path file;

    /** A reader of this file, whose ending tells its form. */
    public QuestionReader(Path file) {
        this.file = file;
    }

    /** All questions, under the mapping that the fields' names suggest. */
    public QuestionSet read() throws WorkbenchException {
        return read(null);
    }

    /**
     * All questions.
     *
     * @param mapping which field is what; null to go by the fields' names
     */
    public QuestionSet read(@Nullable FieldMapping mapping) throws WorkbenchException {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SourceRecord source : new RecordReader(file).read()) {
            Question question = question(source, mapping);
            if (!ids.add(question.id())) {
                throw new WorkbenchException(
                        "data.sameId", file.toString(), source.line(), question.id());
            }
            questions.add(question);
        }
        if (questions.isEmpty()) {
            throw new WorkbenchException("data.empty", file.toString());
        }
        return new QuestionSet(name(), questions);
    }

    /** The columns of the file, the mapping they suggest, and its first questions. */
    public Preview preview(int count) throws WorkbenchException {
        List<SourceRecord> records = new RecordReader(file).read();
        Set<String> columns = new LinkedHashSet<>();
        records.stream().limit(count).forEach(source -> columns.addAll(source.fields().keySet()));
        FieldMapping mapping = FieldMapping.guess(columns).orElse(null);
        List<Question> first = new ArrayList<>();
        for (SourceRecord source : records.subList(0, Math.min(count, records.size()))) {
            if (mapping != null || Conversation.of(source).isPresent()) {
                first.add(question(source, null));
            }
        }
        return new Preview(List.copyOf(columns), mapping, first);
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Question question(SourceRecord source, @Nullable FieldMapping given)
            throws WorkbenchException {
        Optional<Conversation> talk = Conversation.of(source);
        if (given == null && talk.isPresent()) {
            return talk.get().toQuestion(source.text("id"));
        }
        FieldMapping mapping = given;
        if (mapping == null) {
            mapping = FieldMapping.guess(source.fields().keySet()).orElse(null);
        }
        if (mapping == null || source.text(mapping.question()).isBlank()) {
            throw new WorkbenchException(
                    "data.noQuestion",
                    file.toString(),
                    source.line(),
                    mapping == null ? "question" : mapping.question(),
                    String.join(", ", source.fields().keySet()));
        }
        return mapped(source, mapping);
    }

    private static Question mapped(SourceRecord source, FieldMapping mapping) {
        Set<String> taken = new HashSet<>(Set.of(mapping.question()));
        String text = source.text(mapping.question());
        if (mapping.question().equals("instruction") && !source.text("input").isBlank()) {
            text = text + "\n\n" + source.text("input"); // Alpaca
            taken.add("input");
        }
        String answer = take(source, mapping.answer(), taken);
        String id = take(source, mapping.id(), taken);
        Map<String, String> fields = source.others(taken);
        JsonNode listed = mapping.options() == null ? null : source.fields().get(mapping.options());
        if (listed != null && listed.isContainerNode()) {
            Options options = Options.of(listed);
            answer = options.letterOf(answer);
            text = options.listedIn(text) ? text : text + options.lines();
            fields.put(CHOICES, options.lines().trim());
        }
        int end = answer.lastIndexOf(RATIONALE_END);
        if (end >= 0) { // GSM8K: the rationale, then #### and the number
            fields.put("rationale", answer.substring(0, end).trim());
            answer = answer.substring(end + RATIONALE_END.length()).trim();
        }
        return new Question(id.isEmpty() ? Question.idOf(text) : id, text, answer, fields);
    }

    private static String take(SourceRecord source, @Nullable String name, Set<String> taken) {
        if (name == null) {
            return "";
        }
        taken.add(name);
        return source.text(name);
    }
}
