package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.MiniatureTasks;
import dev.latentloom.engine.task.Split;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.train.PretrainJob;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The relay's team with barely trained agents of three widths: fast, and never right. */
final class TestTeam implements AutoCloseable {
    static final MiniatureTask TASK = MiniatureTasks.named("relay").orElseThrow();

    final LmPool pool = new LmPool(DeviceChoice.CPU, DType.F32, 1L << 30);
    final Path folder;

    /** Makes the agents below a folder. */
    TestTeam(Path folder) throws WorkbenchException, InterruptedException {
        this.folder = folder;
        List<AgentPlan> plans =
                TASK.plans().stream()
                        .map(plan -> new AgentPlan(plan.agent(), plan.shape(), 2, 8, 1e-3))
                        .toList();
        new PretrainJob(TASK, plans, folder.resolve("models"), 7, 1).run(JobMonitor.NONE);
    }

    Team load(AgentGraph graph) throws WorkbenchException {
        return Team.load(
                graph,
                agent -> folder.resolve(String.valueOf(agent.model())),
                pool,
                Clock.systemUTC(),
                JobMonitor.NONE);
    }

    static List<Question> questions(int count) {
        return TASK.questions(Split.TEST, count, 3);
    }

    static RunChoices choices(RunMode mode, Control control, int batch, double temperature) {
        return new RunChoices(
                mode,
                "",
                null,
                2,
                Controls.of(control),
                Handover.OUTER,
                true,
                new SpeakingSettings(temperature, 1.0, null, 5),
                batch,
                0);
    }

    @Override
    public void close() {
        pool.close();
    }
}
