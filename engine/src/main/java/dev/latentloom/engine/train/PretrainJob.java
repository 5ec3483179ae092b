package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.tensor.NativeEngine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Trains tiny agents of a task from scratch. Agents know nothing of each other, so several are
 * trained side by side, each on a thread of its own that uses one core.
 *
 * @param task the task
 * @param plans of the agents to train, such as {@code task.plans()}
 * @param out folder that gets one HuggingFace folder for each agent, named after it
 * @param seed of everything random; an agent's weights depend on it and the agent's name alone
 * @param threads agents trained at once, at least 1
 */
public record PretrainJob(
        MiniatureTask task, List<AgentPlan> plans, Path out, long seed, int threads) {
    public PretrainJob {
        plans = List.copyOf(plans);
    }

    /**
     * Trains and writes; the native engine has been started. One agent's failure, or a request to
     * stop, ends the others at their next step.
     */
    public PretrainSummary run(JobMonitor monitor) throws WorkbenchException, InterruptedException {
        long start = System.nanoTime();
        int threadsBefore = NativeEngine.threads();
        Shared shared = new Shared(monitor, totalSteps());
        Map<String, Future<Double>> running = new LinkedHashMap<>();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("pretrain-", 0).factory())) {
            for (AgentPlan plan : plans) {
                running.put(plan.agent(), pool.submit(() -> train(plan, shared)));
            }
            return summary(running, shared, start);
        } finally {
            NativeEngine.setThreads(threadsBefore);
        }
    }

    private long totalSteps() {
        return plans.stream().mapToLong(AgentPlan::steps).sum();
    }

    private double train(AgentPlan plan, Shared shared) throws WorkbenchException {
        NativeEngine.enterThread();
        NativeEngine.setThreads(1);
        try {
            long own = seed * 1_000_003L + plan.agent().hashCode();
            return new AgentPretraining(task, plan, own).run(out.resolve(plan.agent()), shared);
        } catch (WorkbenchException | RuntimeException e) {
            shared.stop.set(true);
            throw e;
        }
    }

    private PretrainSummary summary(Map<String, Future<Double>> running, Shared shared, long start)
            throws WorkbenchException, InterruptedException {
        Map<String, Double> losses = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Future<Double>> agent : running.entrySet()) {
                losses.put(agent.getKey(), agent.getValue().get());
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case WorkbenchException said -> throw said;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            shared.stop.set(losses.size() < running.size());
        }
        double mean = losses.values().stream().mapToDouble(loss -> loss).average().orElseThrow();
        return new PretrainSummary(totalSteps(), mean, (System.nanoTime() - start) / 1e9, losses);
    }

    /** One monitor for all threads: events one at a time, progress summed up. */
    private static final class Shared implements JobMonitor {
        private final JobMonitor monitor;
        private final long total;
        private final AtomicLong done = new AtomicLong();
        private final AtomicBoolean stop = new AtomicBoolean();

        Shared(JobMonitor monitor, long total) {
            this.monitor = monitor;
            this.total = total;
        }

        @Override
        public synchronized void event(RunEvent event) {
            monitor.event(event);
            if (event instanceof RunEvent.MetricPoint) {
                monitor.progress(done.addAndGet(AgentPretraining.REPORT_EVERY), total);
            }
        }

        @Override
        public boolean cancelled() {
            return stop.get() || monitor.cancelled();
        }
    }
}
