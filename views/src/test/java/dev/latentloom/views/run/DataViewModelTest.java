package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.question.Question;
import dev.latentloom.views.job.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

class DataViewModelTest {
    private static final Path PROJECT = Path.of("relay");

    @TempDir private Path folder;
    private final ListedNotes notes = new ListedNotes();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final DataViewModel model =
            new DataViewModel(notes, new Background(work::add, Runnable::run));

    private void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @BeforeEach
    void open() {
        model.open(PROJECT);
        settle();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private void choose(Path file) {
        model.choose(file);
        settle();
    }

    private String column(String role) {
        return model.roles().stream()
                .filter(choice -> choice.role().equals(role))
                .findFirst()
                .orElseThrow()
                .columnProperty()
                .get();
    }

    private List<String> answers() {
        return model.rows().stream().map(Question::answer).toList();
    }

    @Test
    void columnsAreGuessedAndCanBeChosen() throws Exception {
        choose(file("a.csv", "id,question,answer,gold\n1,q,wrong,right\n2,r,x,y\n"));
        assertEquals("answer", column("answer"));
        assertEquals(List.of("wrong", "x"), answers());
        assertEquals(Map.of(), model.fields());
        model.map("answer", "gold");
        assertTrue(model.readingProperty().get());
        assertFalse(model.usableProperty().get());
        settle();
        assertEquals(List.of("right", "y"), answers());
        assertEquals("gold", model.fields().get("answer"));
        assertEquals("question", model.fields().get("question"));
        model.map("id", "");
        settle();
        assertEquals(Question.idOf("q"), model.rows().getFirst().id());
        assertTrue(model.usableProperty().get());
    }

    @Test
    void whereNoNameIsUsualTheQuestionIsChosenAndTheRestGuessed() throws Exception {
        choose(file("b.csv", "ask,label\nwhy,7\n"));
        assertFalse(model.usableProperty().get());
        assertTrue(model.problemProperty().get().contains("ask, label"));
        model.map("question", "ask");
        settle();
        assertEquals("label", column("answer"));
        assertEquals(List.of("7"), answers());
        assertTrue(model.usableProperty().get());
    }

    @Test
    void theProjectRemembersFileColumnsAndLimit() throws Exception {
        Path file = file("c.csv", "ask,gold\nwhy,7\n");
        choose(file);
        model.map("question", "ask");
        settle();
        model.map("answer", "gold");
        model.limit().textProperty().set("7");
        model.remember();
        settle();
        int written = notes.remembered;
        model.open(null);
        assertNull(model.fileProperty().get());
        model.limit().textProperty().set("");
        model.open(PROJECT);
        settle();
        assertEquals(file, model.fileProperty().get());
        assertEquals("gold", column("answer"));
        assertEquals("7", model.limit().textProperty().get());
        assertEquals(written, notes.remembered, "opening changes nothing");
    }

    @Test
    void whatIsReadTooLateIsNotShown() throws Exception {
        Path slow = file("slow.csv", "question\nslow\n");
        Path quick = file("quick.csv", "question\nquick\n");
        model.choose(slow);
        model.choose(quick);
        settle();
        assertEquals("quick", model.rows().getFirst().text());
        model.choose(slow);
        model.choose(null);
        settle();
        assertTrue(model.rows().isEmpty());
        assertTrue(model.usableProperty().get());
    }

    @Test
    void aBrokenFileIsSaidAndAnotherOneHelps() throws Exception {
        choose(file("empty.jsonl", "\n"));
        assertTrue(model.problemProperty().get().contains("holds no questions"));
        assertFalse(model.usableProperty().get());
        choose(file("bad.jsonl", "{\"question\":\"a\"}\n{\"question\":\n"));
        assertTrue(model.problemProperty().get().contains("line 2"));
        choose(file("good.jsonl", "{\"question\":\"a\"}\n"));
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void aHundredThousandRowsAreCounted() throws Exception {
        StringBuilder rows = new StringBuilder("number,prompt,label\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append(i).append(",\"How much is ").append(i).append(" + 1?\",").append(i + 1);
            rows.append('\n');
        }
        choose(file("large.csv", rows.toString()));
        assertEquals("", model.problemProperty().get());
        assertTrue(model.factsProperty().get().startsWith("100,000 records"));
        assertEquals(List.of("1", "2", "3"), answers());
    }
}
