package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/** {@code link-*}: y = link(x), loss = sum(c·y), and the gradients of weights and x. */
final class LinkCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        TrainableLink link = reference.link(reference.about().path("kind").asText(), "w.");
        Tensor x = TensorKernels.leaf(reference.input("x"), reference.scope());
        Tensor c = reference.input("c");
        Tensor y;
        try (GradMode _ = GradMode.on()) {
            y = link.forward(x, reference.scope());
        }
        float[] outputs = TensorKernels.floats(y);
        reference.closely("y", outputs);
        reference.closely("loss", new float[] {weighted(outputs, TensorKernels.floats(c))});
        List<Tensor> leaves = new ArrayList<>(link.parameters());
        leaves.add(x);
        List<Tensor> gradients =
                TensorKernels.gradients(List.of(y), leaves, List.of(c), false, reference.scope());
        int at = 0;
        for (String name : link.weights().keySet()) {
            reference.closely("dw." + name, TensorKernels.floats(gradients.get(at++)));
        }
        reference.closely("dx", TensorKernels.floats(gradients.get(at)));
    }

    private static float weighted(float[] values, float[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * weights[i];
        }
        return (float) sum;
    }
}
