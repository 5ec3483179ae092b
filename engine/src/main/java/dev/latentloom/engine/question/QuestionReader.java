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
 * conversations, Alpaca), CSV or TSV with a header row (values parted by commas; by semicolons or
 * tabs where the header has no comma). Every error names file and line.
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
        return read(Map.of());
    }

    /**
     * All questions.
     *
     * @param fields which field is what, by role; see {@link FieldMapping#of}
     */
    public QuestionSet read(Map<String, String> fields) throws WorkbenchException {
        List<SourceRecord> records = records();
        checkNames(fields, names(records));
        return new QuestionSet(name(), questions(records, fields));
    }

    private List<SourceRecord> records() throws WorkbenchException {
        List<SourceRecord> records = new RecordReader(file).read();
        if (records.isEmpty()) {
            throw new WorkbenchException("data.empty", file.toString());
        }
        return records;
    }

    private static Set<String> names(List<SourceRecord> records) {
        Set<String> names = new LinkedHashSet<>();
        records.forEach(source -> names.addAll(source.fields().keySet()));
        return names;
    }

    private void checkNames(Map<String, String> fields, Set<String> names)
            throws WorkbenchException {
        for (String role : FieldMapping.ROLES) {
            String field = fields.getOrDefault(role, "");
            if (!field.isEmpty() && !names.contains(field)) {
                throw new WorkbenchException(
                        "data.noField", file.toString(), field, role, String.join(", ", names));
            }
        }
    }

    private List<Question> questions(List<SourceRecord> records, Map<String, String> fields)
            throws WorkbenchException {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SourceRecord source : records) {
            Question question = question(source, fields);
            if (!ids.add(question.id())) {
                throw new WorkbenchException(
                        "data.sameId", file.toString(), source.line(), question.id());
            }
            questions.add(question);
        }
        return questions;
    }

    /**
     * The columns of the file, the mapping they suggest, and its first questions. The whole file is
     * read, so that it says what is wrong in any line.
     *
     * @param fields which field is what, by role; see {@link FieldMapping#of}
     * @param count how many questions
     * @throws WorkbenchException where the file holds no records at all, however they are mapped
     */
    public Preview preview(Map<String, String> fields, int count) throws WorkbenchException {
        List<SourceRecord> records = records();
        Set<String> names = names(records);
        boolean talk = fields.isEmpty() && Conversation.of(records.getFirst()).isPresent();
        FieldMapping mapping = talk ? null : FieldMapping.of(fields, names).orElse(null);
        List<Question> first = new ArrayList<>();
        WorkbenchException problem = null;
        try {
            checkNames(fields, names);
            for (SourceRecord source : records.subList(0, Math.min(count, records.size()))) {
                first.add(question(source, fields));
            }
            questions(records, fields);
        } catch (WorkbenchException e) {
            problem = e;
        }
        return new Preview(List.copyOf(names), mapping, first, records.size(), problem);
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Question question(SourceRecord source, Map<String, String> fields)
            throws WorkbenchException {
        Optional<Conversation> talk = Conversation.of(source);
        if (fields.isEmpty() && talk.isPresent()) {
            return talk.get().toQuestion(source.text("id"));
        }
        FieldMapping mapping = FieldMapping.of(fields, source.fields().keySet()).orElse(null);
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
        JsonNode listed = mapping.choices() == null ? null : source.fields().get(mapping.choices());
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
