package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.app.cli.Ran;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.project.DataUse;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;
import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.run.ItemViewModel;
import dev.latentloom.views.run.RunKind;
import dev.latentloom.views.run.RunViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The Run area and the command line give the same answers, counts and accuracy. */
@Tag("slow")
class WindowEqualsCommandTest {
    private static final int ITEMS = 24;

    @TempDir private Path home;

    /** What a person sees of one item, and what it has cost but for the time. */
    private record Item(
            String id, String question, String answer, boolean correct, long decoded, long latent) {
        static Item of(RunEvent.ItemResult item) {
            return new Item(
                    item.id(),
                    item.question(),
                    item.answer(),
                    Boolean.TRUE.equals(item.correct()),
                    item.decodedTokens(),
                    item.latentSteps());
        }
    }

    private List<Item> inTheWindow(RunKind kind, Control control) throws Exception {
        List<Item> items = new ArrayList<>();
        LocalEngine engine = new LocalEngine(Places.of(home), Wiring.samplesFolder());
        try (JobRunner runner = engine.start("cpu", DType.F32, key -> {})) {
            JobRunner heard =
                    new JobRunner() {
                        @Override
                        public JobHandle submit(
                                RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
                            return runner.submit(
                                    spec,
                                    gate,
                                    event -> {
                                        if (event instanceof RunEvent.ItemResult item) {
                                            items.add(Item.of(item));
                                        }
                                        listener.accept(event);
                                    });
                        }

                        @Override
                        public void close() {
                            // its maker closes the runner behind it
                        }
                    };
            Jobs jobs = new Jobs(heard, Runnable::run, new LogModel());
            StoredProjectSource projects =
                    new StoredProjectSource(engine.projects(), LocalModels.ofThisMachine());
            RunViewModel run = new RunViewModel(jobs, projects);
            StoredData stored = new StoredData(engine.projects(), DataUse.ASK);
            Background at = new Background(Runnable::run, Runnable::run);
            EvaluationViewModel model =
                    new EvaluationViewModel(
                            jobs, run, new DataViewModel(stored, at), new ItemViewModel(at));
            run.open(projects.open(Wiring.samplesFolder().resolve("relay")));
            run.choices().kindProperty().set(kind);
            run.choices().linksProperty().set("soft-token");
            run.choices().controlProperty().set(control);
            model.data().choose(questions());
            model.data().limit().textProperty().set(Integer.toString(ITEMS));
            model.start();
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (model.runningProperty().get() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertEquals(ITEMS, items.size());
        }
        return items;
    }

    private Path questions() throws Exception {
        Path file = home.resolve("questions.jsonl");
        if (!Files.exists(file)) {
            Files.writeString(
                    file, Ran.of("questions", "relay", "--count", "40", "--seed", "3").out());
        }
        return file;
    }

    private List<Item> onTheCommandLine(String... options) throws Exception {
        List<String> args = new ArrayList<>(List.of("--home", home.toString(), "--json", "run"));
        args.addAll(List.of("relay", "--data", questions().toString()));
        args.addAll(List.of("--limit", Integer.toString(ITEMS)));
        args.addAll(List.of(options));
        List<Item> items = new ArrayList<>();
        for (JsonNode line : Ran.of(args.toArray(String[]::new)).json()) {
            if (line.has("answer")) {
                items.add(
                        new Item(
                                line.path("id").asText(),
                                line.path("question").asText(),
                                line.path("answer").asText(),
                                line.path("correct").asBoolean(),
                                line.path("decodedTokens").asLong(),
                                line.path("latentSteps").asLong()));
            }
        }
        return items;
    }

    @Test
    void textAndLatentAndAControlAgreeItemByItem() throws Exception {
        assertEquals(onTheCommandLine("--mode", "text"), inTheWindow(RunKind.TEXT, Control.NONE));
        assertEquals(
                onTheCommandLine("--links", "soft-token"),
                inTheWindow(RunKind.LATENT, Control.NONE));
        assertEquals(
                onTheCommandLine("--links", "soft-token", "--control", "shuffle"),
                inTheWindow(RunKind.LATENT, Control.SHUFFLE));
    }
}
