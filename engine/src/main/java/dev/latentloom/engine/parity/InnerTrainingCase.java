package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.train.CosineSchedule;
import dev.latentloom.engine.train.TutorialInnerLoop;

import java.util.Map;

/** {@code train-inner-*}: the tutorial's inner loop, losses and end weights. */
final class InnerTrainingCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        Scope scope = reference.scope();
        CausalLm lm = reference.model(reference.about().path("agent").asText());
        TrainableLink link = reference.link("inner", "start.");
        Tensor ids = reference.ids("input_ids");
        Tensor targets = reference.ids("target_ids");
        int batches = Math.toIntExact(ids.shape().get(0));
        int steps = reference.about().path("epochs").asInt() * batches;
        double rate = reference.about().path("lr").asDouble();
        CosineSchedule schedule = new CosineSchedule(rate, 0, steps, 0);
        TutorialInnerLoop loop = TutorialInnerLoop.of(lm, link, scope);
        float[] values = new float[steps];
        for (int step = 0; step < steps; step++) {
            Tensor read = lm.embed(batch(ids, step % batches, scope), scope);
            Tensor answers = batch(targets, step % batches, scope);
            FilledPrompt prompt = FilledPrompt.unpadded(read);
            values[step] = (float) loop.step(prompt, answers, schedule.rate(step), scope);
        }
        reference.values("losses", scope.floats(values, values.length));
        for (Map.Entry<String, Tensor> weight : link.weights().entrySet()) {
            reference.values("end." + weight.getKey(), weight.getValue());
        }
    }

    private static Tensor batch(Tensor all, int index, Scope scope) {
        Tensor one = TensorKernels.narrow(all, 0, index, 1, scope); // (1, B, T)
        return TensorKernels.reshape(one, Shape.of(all.shape().get(1), all.shape().get(2)), scope);
    }
}
