package dev.latentloom.engine.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class QuestionReaderTest {
    @TempDir Path folder;

    private QuestionReader file(String name, String text) throws IOException {
        return new QuestionReader(Files.writeString(folder.resolve(name), text));
    }

    private Question only(String json) throws Exception {
        return file("data.jsonl", json + "\n").read().questions().getFirst();
    }

    @Test
    void readsTheUsualForms() throws Exception {
        Question gsm = only("{\"question\":\"How many?\",\"answer\":\"2+2=4\\n#### 4\"}");
        assertEquals("4", gsm.answer());
        assertEquals("2+2=4", gsm.fields().get("rationale"));
        assertEquals(Question.idOf("How many?"), gsm.id());
        Question math =
                only("{\"id\":\"m1\",\"problem\":\"1+1\",\"solution\":\"s\",\"answer\":\"2\"}");
        assertEquals("m1", math.id());
        assertEquals("2", math.answer());
        Question alpaca = only("{\"instruction\":\"Sort\",\"input\":\"b a\",\"output\":\"a b\"}");
        assertEquals("Sort\n\nb a", alpaca.text());
        assertEquals("a b", alpaca.answer());
    }

    @Test
    void readsConversations() throws Exception {
        Question openai =
                only(
                        "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                                + "{\"role\":\"user\",\"content\":\"Hi?\"},"
                                + "{\"role\":\"assistant\",\"content\":\"Ho.\"}]}");
        assertEquals("Hi?", openai.text());
        assertEquals("Ho.", openai.answer());
        assertEquals("Be brief.", openai.fields().get("system"));
        Question share =
                only(
                        "{\"id\":\"s\",\"conversations\":[{\"from\":\"human\",\"value\":\"Q\"},"
                                + "{\"from\":\"gpt\",\"value\":\"A\"}]}");
        assertEquals("Q", share.text());
        assertEquals("s", share.id());
    }

    @Test
    void multipleChoicesEndInALetter() throws Exception {
        Question arc =
                only(
                        "{\"question\":\"Which?\",\"choices\":{\"text\":[\"x\",\"y\"],"
                                + "\"label\":[\"1\",\"2\"]},\"answerKey\":\"2\"}");
        assertEquals("Which?\nA. x\nB. y", arc.text());
        assertEquals("B", arc.answer());
        Question medqa =
                only(
                        "{\"query\":\"Which?\\nA. ulcer\\nB. cancer\",\"options\":[\"A. ulcer\","
                                + "\"B. cancer\"],\"answer\":\"cancer\"}");
        assertEquals("Which?\nA. ulcer\nB. cancer", medqa.text());
        assertEquals("B", medqa.answer());
        assertEquals(AnswerKind.CHOICE, AnswerKind.of(medqa));
        Question aqua =
                only("{\"question\":\"?\",\"options\":[\"A)5\",\"B)6\"],\"correct\":\"A\"}");
        assertEquals("?\nA. 5\nB. 6", aqua.text());
    }

    @Test
    void readsCsvWithQuotedLines() throws Exception {
        QuestionReader reader =
                file("d.csv", "topic,question,answer\r\nx,\"a, \"\"b\"\"\nc\",7\r\ny,q2,8\n");
        QuestionSet set = reader.read();
        assertEquals(2, set.size());
        assertEquals("a, \"b\"\nc", set.questions().getFirst().text());
        assertEquals("x", set.questions().getFirst().fields().get("topic"));
        Question mapped =
                reader.read(Map.of("question", "topic", "answer", "question"))
                        .questions()
                        .getLast();
        assertEquals("y", mapped.text());
        assertEquals("q2", mapped.answer());
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void readsWhatSpreadsheetsOfAnyCountryWrite(char separator) throws Exception {
        String text = "\"question, long; or not\"|answer\n\"1,5 + 2; 3\"|4,5\n";
        if (separator == ',') {
            text = text.replace("4,5", "\"4,5\"");
        }
        Question question =
                file("s.csv", text.replace('|', separator))
                        .read(Map.of("question", "question, long; or not", "answer", "answer"))
                        .questions()
                        .getFirst();
        assertEquals("1,5 + 2; 3", question.text());
        assertEquals("4,5", question.answer());
    }

    @Test
    void previewShowsColumnsAndTheGuess() throws Exception {
        Preview known =
                file("a.jsonl", "{\"problem\":\"p\",\"answer\":\"1\"}\n").preview(Map.of(), 3);
        assertEquals("problem", Objects.requireNonNull(known.mapping()).question());
        assertEquals(1, known.questions().size());
        Preview strange = file("b.jsonl", "{\"frage\":\"p\"}\n").preview(Map.of(), 3);
        assertNull(strange.mapping());
        assertTrue(strange.columns().contains("frage"));
    }

    @Test
    void errorsNameTheLine() throws Exception {
        assertError("data.badJson", 2, file("a.jsonl", "{\"question\":\"q\"}\n{\"question\": \n"));
        assertError("data.noQuestion", 3, file("b.jsonl", "{\"question\":\"q\"}\n\n{\"x\":1}\n"));
        assertError("data.csvWidth", 3, file("c.csv", "question,answer\na,1\nb\n"));
        assertError("data.csvQuote", 2, file("d.csv", "question,answer\n\"a,1\nb,2\n"));
        assertError(
                "data.sameId", 2, file("e.jsonl", "{\"question\":\"q\"}\n{\"question\":\"q\"}\n"));
        WorkbenchException none =
                assertThrows(
                        WorkbenchException.class,
                        () -> new QuestionReader(folder.resolve("no.jsonl")).read());
        assertEquals("data.noFile", none.key());
    }

    @Test
    void aMappingNamesSomeFieldsAndTheUsualNamesTellTheRest() throws Exception {
        QuestionReader reader = file("m.csv", "id,ask,label,answer\n7,how,x,y\n8,why,z,w\n");
        Question both = reader.read(Map.of("question", "ask")).questions().getFirst();
        assertEquals("y", both.answer());
        assertEquals("7", both.id());
        Question chosen =
                reader.read(Map.of("question", "ask", "answer", "label", "id", ""))
                        .questions()
                        .getFirst();
        assertEquals("x", chosen.answer());
        assertEquals(Question.idOf("how"), chosen.id());
        assertEquals("7", chosen.fields().get("id"));
    }

    @Test
    void previewKeepsItsFirstQuestionsWhereALaterLineIsWrong() throws Exception {
        Preview preview =
                file("p.jsonl", "{\"q\":\"a\",\"l\":\"1\"}\n{\"q\":\"b\"}\n{\"q\":\"\"}\n")
                        .preview(Map.of("question", "q", "answer", "l"), 2);
        assertEquals(List.of("q", "l"), preview.columns());
        assertEquals(3, preview.records());
        assertEquals(List.of("a", "b"), preview.questions().stream().map(Question::text).toList());
        WorkbenchException problem = Objects.requireNonNull(preview.problem());
        assertEquals("data.noQuestion", problem.key());
        assertEquals(3, problem.arguments().get(1));
    }

    @Test
    void aFieldThatNoRecordHasIsSaidWithThoseThereAre() throws Exception {
        QuestionReader reader = file("n.csv", "ask,label\na,b\n");
        WorkbenchException error =
                assertThrows(
                        WorkbenchException.class,
                        () -> reader.read(Map.of("question", "ask", "answer", "gold")));
        assertEquals("data.noField", error.key());
        assertEquals(List.of("gold", "answer", "ask, label"), error.arguments().subList(1, 4));
    }

    @Test
    void whatIsNoDataSetIsSaid() throws Exception {
        assertEquals("data.empty", failure(file("e.jsonl", "\n\n")));
        assertEquals("data.empty", failure(file("e.csv", "question,answer\n")));
        assertEquals("data.csvTwice", failure(file("t.csv", "question,question\na,b\n")));
        Path latin = folder.resolve("l.csv");
        Files.write(latin, "question\nK\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("data.notText", failure(new QuestionReader(latin)));
    }

    private static String failure(QuestionReader reader) {
        return assertThrows(WorkbenchException.class, () -> reader.preview(Map.of(), 1)).key();
    }

    private static void assertError(String key, int line, QuestionReader reader) {
        WorkbenchException error = assertThrows(WorkbenchException.class, reader::read);
        assertEquals(key, error.key());
        assertEquals(line, error.arguments().get(1));
    }
}
