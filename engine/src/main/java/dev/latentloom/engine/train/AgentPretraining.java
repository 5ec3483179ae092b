package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.ExampleBatch;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Trains one tiny agent from scratch: AdamW, β 0.9 and 0.95, weight decay 0.01, clip 1.0, warm-up
 * 50, cosine to 0. The same seed gives the same bytes on the same machine with one thread.
 */
final class AgentPretraining {
    static final String GENERATOR = "L64X128MixRandom";

    private static final AdamWSettings OPTIMIZER = new AdamWSettings(0.9, 0.95, 1e-8, 0.01);
    private static final int WARM_UP = 50;
    private static final double CLIP = 1.0;
    static final int REPORT_EVERY = 10;
    private static final double MEMORY = 0.95; // of the running mean of the loss

    private final MiniatureTask task;
    private final AgentPlan plan;
    private final RandomGenerator random;
    private double runningLoss = Double.NaN;

    AgentPretraining(MiniatureTask task, AgentPlan plan, long seed) {
        this.task = task;
        this.plan = plan;
        this.random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    }

    /**
     * Trains and writes the model's folder; runs on an engine thread.
     *
     * @return running mean of the loss at the end
     * @throws WorkbenchException where the folder cannot be written or the loss is no number
     */
    double run(Path folder, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            TinyModel model = new TinyModel(plan.shape(), task.vocabulary().size(), random, scope);
            PretrainKernels kernels = new PretrainKernels(model, scope);
            AdamW optimizer = new AdamW(model.parameters(), OPTIMIZER, scope);
            var schedule = new CosineSchedule(plan.learningRate(), WARM_UP, plan.steps(), 0);
            for (int step = 0; step < plan.steps(); step++) {
                monitor.checkCancelled();
                try (Scope scratch = scope.child()) {
                    double loss = step(kernels, optimizer, schedule.rate(step), scratch);
                    follow(loss, step, monitor);
                }
            }
            TinyModelFolder.write(model, task.vocabulary(), folder);
            return runningLoss;
        }
    }

    private double step(PretrainKernels kernels, AdamW optimizer, double rate, Scope scratch) {
        ExampleBatch examples = ExampleBatch.draw(task, plan.agent(), plan.batch(), random);
        PretrainBatch batch = PretrainBatch.of(examples, plan.shape().hidden(), random, scratch);
        List<Tensor> out;
        try (GradMode _ = GradMode.on()) {
            out = kernels.lossAndGradients(batch.inputs(), batch.targets(), scratch);
        }
        List<Tensor> gradients = out.subList(1, out.size());
        AdamW.clip(gradients, CLIP);
        optimizer.step(gradients, rate);
        return TensorKernels.item(out.getFirst());
    }

    private void follow(double loss, int step, JobMonitor monitor) throws WorkbenchException {
        if (!Double.isFinite(loss)) {
            throw new WorkbenchException("train.notANumber", plan.agent(), step);
        }
        runningLoss = Double.isNaN(runningLoss) ? loss : MEMORY * runningLoss + (1 - MEMORY) * loss;
        if ((step + 1) % REPORT_EVERY == 0 || step + 1 == plan.steps()) {
            monitor.event(new RunEvent.MetricPoint("loss/" + plan.agent(), step + 1, runningLoss));
        }
    }
}
