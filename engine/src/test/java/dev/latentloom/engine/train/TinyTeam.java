package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A task's team with barely trained agents: fast, and never right. */
final class TinyTeam implements AutoCloseable {
    final MiniatureTask task;
    final Team team;
    private final LmPool pool;

    /** Makes the agents below a folder. */
    TinyTeam(MiniatureTask task, Path folder, DType type)
            throws WorkbenchException, InterruptedException {
        this.task = task;
        List<AgentPlan> plans =
                task.plans().stream()
                        .map(p -> new AgentPlan(p.agent(), p.shape(), 20, 16, p.learningRate()))
                        .toList();
        new PretrainJob(task, plans, folder, 1, 1).run(JobMonitor.NONE);
        pool = new LmPool(DeviceChoice.CPU, type, 1L << 30);
        team =
                Team.load(
                        task.graph(),
                        agent -> folder.resolve(agent.id()),
                        pool,
                        Clock.systemUTC(),
                        JobMonitor.NONE);
    }

    @Override
    public void close() {
        team.close();
        pool.close();
    }
}
