package dev.latentloom.engine.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.question.Question;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One job from its first event to its last. */
final class LocalJob {
    private final LocalJobRunner.Engine engine;
    private final RunSpec spec;
    private final AtomicBoolean stop;
    private final StepGate gate;
    private final Consumer<RunEvent> listener;
    private final long start;

    LocalJob(
            LocalJobRunner.Engine engine,
            RunSpec spec,
            AtomicBoolean stop,
            StepGate gate,
            Consumer<RunEvent> listener) {
        this.engine = engine;
        this.spec = spec;
        this.stop = stop;
        this.gate = gate;
        this.start = now();
        this.listener = listener;
    }

    /** Runs to the last event; whatever goes wrong is told, nothing is thrown. */
    void run() {
        if (stop.get()) {
            listener.accept(new RunEvent.Done(true, Map.of()));
            return;
        }
        try (RunRecord record = record()) {
            record.end(outcome(record));
        } catch (WorkbenchException | RuntimeException e) {
            listener.accept(RunFailure.of(e)); // there is no folder to write it to
        }
    }

    private RunEvent outcome(RunRecord record) {
        try {
            Path folder = record.folder().path();
            record.event(new RunEvent.Started(record.folder().id(), folder.toString()));
            JobContext context =
                    new JobContext(
                            engine.pool(),
                            engine.projects(),
                            folder,
                            engine.clock(),
                            record,
                            record);
            return new RunEvent.Done(false, execute(context));
        } catch (CancelledException e) {
            return record.stopped();
        } catch (WorkbenchException | RuntimeException | OutOfMemoryError e) {
            return RunFailure.of(e);
        }
    }

    private RunRecord record() throws WorkbenchException {
        RunFolder folder = folder();
        try {
            ObjectNode now = RunAbout.of(spec, engine.setup());
            boolean goesOn =
                    spec instanceof RunSpec.Train train
                            && train.resume() != null
                            && RunFolder.isDescribed(folder.path());
            ObjectNode about = goesOn ? RunAbout.resumed(folder.path(), now) : now;
            return new RunRecord(folder, about, listener, stop, gate);
        } catch (WorkbenchException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private RunFolder folder() throws WorkbenchException {
        return switch (spec) {
            case RunSpec.Generate generate -> RunFolder.create(engine.setup().runs(), "generate");
            case RunSpec.Answer run -> own(run.settings(), run.project(), run.graph(), "answer");
            case RunSpec.Evaluate run ->
                    own(run.settings(), run.project(), run.graph(), "evaluate");
            case RunSpec.Ablate run -> own(run.settings(), run.project(), run.graph(), "ablate");
            case RunSpec.Train train -> training(train);
        };
    }

    private RunFolder training(RunSpec.Train train) throws WorkbenchException {
        String resumed = train.resume();
        Path run = resumed == null ? null : project(train.project(), train.graph()).run(resumed);
        engine.training().check(train, engine.projects(), engine.setup().device(), run);
        return run == null ? fresh(train.project(), train.graph(), "train") : RunFolder.open(run);
    }

    private RunFolder own(RunSettings given, Path project, @Nullable String graph, String kind)
            throws WorkbenchException {
        Path out = given.out();
        return out == null ? fresh(project, graph, kind) : RunFolder.at(out);
    }

    private RunFolder fresh(Path project, @Nullable String graph, String kind)
            throws WorkbenchException {
        return RunFolder.create(project(project, graph).runs(), kind);
    }

    private RunnableProject project(Path folder, @Nullable String graph) throws WorkbenchException {
        return engine.projects().open(folder, graph);
    }

    private Map<String, Object> execute(JobContext context) throws WorkbenchException {
        return switch (spec) {
            case RunSpec.Generate generate ->
                    new GenerateRun(generate, engine.clock(), context.monitor()).run(engine.pool());
            case RunSpec.Answer answer -> answer(answer, context);
            case RunSpec.Evaluate evaluate -> evaluate(evaluate, context);
            case RunSpec.Ablate ablate -> ablate(ablate, context);
            case RunSpec.Train train -> engine.training().train(train, context);
        };
    }

    private Map<String, Object> answer(RunSpec.Answer asked, JobContext context)
            throws WorkbenchException {
        RunnableProject project = project(asked.project(), asked.graph());
        Question question = project.asked(asked.question());
        EvaluateRun run = new EvaluateRun(project, context);
        context.notes().partial(() -> run.summary(seconds()));
        run.run(asked.settings(), List.of(question), project.neighbours(question));
        return run.summary(seconds());
    }

    private Map<String, Object> evaluate(RunSpec.Evaluate asked, JobContext context)
            throws WorkbenchException {
        RunnableProject project = project(asked.project(), asked.graph());
        List<Question> all = project.questions(asked.data(), asked.fields());
        Integer limit = asked.limit();
        int count = limit == null ? all.size() : Math.min(limit, all.size());
        EvaluateRun run = new EvaluateRun(project, context);
        context.notes().partial(() -> run.summary(seconds()));
        run.run(asked.settings(), all.subList(0, count), all.subList(count, all.size()));
        return run.summary(seconds());
    }

    private Map<String, Object> ablate(RunSpec.Ablate asked, JobContext context)
            throws WorkbenchException {
        RunnableProject project = project(asked.project(), asked.graph());
        AblateRun run = new AblateRun(asked, project, context);
        context.notes().partial(() -> run.summary(seconds()));
        run.run();
        return run.summary(seconds());
    }

    /** The time without what was waited for steps. */
    private long now() {
        return System.nanoTime() - gate.waited();
    }

    private double seconds() {
        return (now() - start) * 1e-9;
    }
}
