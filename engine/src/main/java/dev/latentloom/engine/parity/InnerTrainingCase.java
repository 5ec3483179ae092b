package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.train.TutorialInnerLoop;

import java.util.ArrayList;
import java.util.List;
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
        List<TutorialInnerLoop.Batch> batches = new ArrayList<>();
        for (int i = 0; i < ids.shape().get(0); i++) {
            batches.add(
                    new TutorialInnerLoop.Batch(batch(ids, i, scope), batch(targets, i, scope)));
        }
        int epochs = reference.about().path("epochs").asInt();
        double rate = reference.about().path("lr").asDouble();
        List<Double> losses = new TutorialInnerLoop(lm, link, epochs, rate).run(batches);
        float[] values = new float[losses.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = losses.get(i).floatValue();
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
