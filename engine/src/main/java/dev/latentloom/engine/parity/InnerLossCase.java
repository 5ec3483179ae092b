package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.train.InnerObjective;

import java.util.Map;

/** {@code inner-loss-*}: the tutorial's and the official objective of one agent's inner link. */
final class InnerLossCase implements SystemCase {
    private static final double MSE_SHARE = 0.1;

    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        Scope scope = reference.scope();
        CausalLm lm = reference.model(reference.about().path("agent").asText());
        TrainableLink link = reference.link("inner", "link.");
        Tensor ids = reference.ids("input_ids");
        Tensor targets = reference.ids("target_ids");
        reference.inputs("official.loss_mask"); // marks the target's positions
        Tensor tutorial;
        InnerObjective.NextEmbedding official;
        Tensor loss;
        try (GradMode _ = GradMode.on()) {
            FilledPrompt prompt = FilledPrompt.unpadded(lm.embed(ids, scope));
            tutorial = InnerObjective.meanEmbedding(lm, link, prompt, targets, scope);
            official = InnerObjective.nextEmbedding(lm, link, prompt, targets, scope);
            loss = official.loss(MSE_SHARE, scope);
        }
        reference.values("tutorial.loss", tutorial);
        reference.values("official.loss", loss);
        reference.values("official.cosine", official.cosine());
        reference.values("official.mse", official.meanSquaredError());
        reference.gradients(tutorial, Map.of("tutorial.dlink.", link));
        reference.gradients(loss, Map.of("official.dlink.", link));
    }
}
