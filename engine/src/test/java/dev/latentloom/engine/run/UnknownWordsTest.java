package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Words that no agent of the relay sample knows are told before it answers. */
final class UnknownWordsTest {
    private static final RunSettings TEXT = RelaySample.settings(RunMode.TEXT, null, Control.NONE);

    @TempDir private Path data;
    @AutoClose private RelaySample sample;

    @BeforeEach
    void open() {
        sample = new RelaySample(data);
    }

    private List<RunEvent> told(RunSpec spec) throws InterruptedException {
        return sample.run(spec).stream().filter(RunEvent.Warning.class::isInstance).toList();
    }

    private RunSpec asked(String question) {
        return new RunSpec.Answer(RelaySample.FOLDER, null, question, TEXT);
    }

    @Test
    void aKnownQuestionIsAnsweredWithoutAWord() throws InterruptedException {
        assertEquals(List.of(), told(asked("e5 A B . . . .")));
    }

    @Test
    void agentsThatLackTheSameAreNamedTogether() throws InterruptedException {
        assertEquals(
                List.of(
                        new RunEvent.Warning(
                                "run.unknownWords",
                                List.of("Planner, Critic, Solver", "hello world"))),
                told(asked("hello e5 A world hello")));
    }

    @Test
    void ofADataSetTheFirstFiveWordsAndTheQuestionsAreCounted() throws Exception {
        Path file = data.resolve("own.jsonl");
        Files.writeString(
                file,
                """
                {"question": "e5 A B . . . .", "answer": "e1"}
                {"question": "one two three", "answer": "e1"}
                {"question": "four five six", "answer": "e1"}
                """);
        RunSpec spec = new RunSpec.Evaluate(RelaySample.FOLDER, null, file, 3, TEXT);
        assertEquals(
                List.of(
                        new RunEvent.Warning(
                                "run.unknownWordsOfMany",
                                List.of(
                                        "Planner, Critic, Solver",
                                        "one two three four five …",
                                        2,
                                        3))),
                told(spec));
    }

    @Test
    void aPromptToOneModelIsLookedAtToo() throws InterruptedException {
        RunSpec spec =
                new RunSpec.Generate(
                        RelaySample.FOLDER.resolve("models/planner"),
                        "hello",
                        false,
                        false,
                        1,
                        0,
                        0);
        assertEquals(
                List.of(new RunEvent.Warning("run.unknownWords", List.of("model", "hello"))),
                told(spec));
    }
}
