package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.rollout.TutorialTeam;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.train.CosineSchedule;
import dev.latentloom.engine.train.TutorialOuterLoop;

import java.util.Map;

/** {@code train4} of {@code tutorial-system-*}: two epochs over two batches. */
final class TutorialTrainingCase implements SystemCase {
    private static final int BATCHES = 2;
    private static final int STEPS = 4;

    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        if (!reference.has("train4.input_ids")) {
            return;
        }
        Scope scope = reference.scope();
        TutorialTeam team = TutorialCase.team(reference);
        int trained = team.models().size() - 2;
        TrainableLink link = reference.link("outer", "w.outer_links." + trained + ".");
        Tensor ids = reference.ids("train4.input_ids");
        Tensor targets = reference.ids("train4.target_ids");
        TutorialOuterLoop loop = TutorialOuterLoop.of(team, link, scope);
        CosineSchedule schedule = new CosineSchedule(1e-2, 0, STEPS, 0);
        float[] losses = new float[STEPS];
        for (int step = 0; step < STEPS; step++) {
            Tensor read = batch(ids, step % BATCHES, scope);
            Tensor answers = batch(targets, step % BATCHES, scope);
            losses[step] = (float) loop.step(read, answers, schedule.rate(step), scope);
        }
        reference.values("train4.losses", scope.floats(losses, STEPS));
        for (Map.Entry<String, Tensor> weight : link.weights().entrySet()) {
            String name = "train4.end.outer_links." + trained + "." + weight.getKey();
            reference.values(name, weight.getValue());
        }
    }

    private static Tensor batch(Tensor all, int index, Scope scope) {
        Tensor one = TensorKernels.narrow(all, 0, index, 1, scope); // (1, B, T)
        return TensorKernels.reshape(one, Shape.of(all.shape().get(1), all.shape().get(2)), scope);
    }
}
