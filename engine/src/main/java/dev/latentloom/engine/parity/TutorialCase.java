package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.TutorialTeam;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.train.TutorialOuterLoop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code tutorial-system-*}: the tutorial's forward, its loss and its only gradients. */
final class TutorialCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        Scope scope = reference.scope();
        TutorialTeam team = team(reference);
        Tensor ids = reference.ids("input_ids");
        Tensor targets = reference.ids("target_ids");
        Tensor thoughts = team.thoughts(ids, scope, JobMonitor.NONE);
        Tensor loss;
        try (GradMode _ = GradMode.on()) {
            Tensor logits = team.logits(thoughts, ids, scope);
            reference.values("eval.logits", logits);
            loss = TutorialOuterLoop.crossEntropy(logits, targets, scope);
        }
        reference.values("train.loss", loss);
        Map<String, TrainableLink> links = new LinkedHashMap<>();
        for (int i = 0; i < team.models().size(); i++) {
            if (team.inner().get(i) instanceof TrainableLink link) {
                links.put("dw.inner_links." + i + ".", link);
            }
            if (team.outer().get(i) instanceof TrainableLink link) {
                links.put("dw.outer_links." + i + ".", link);
            }
        }
        reference.gradients(loss, links);
    }

    static TutorialTeam team(SystemReference reference) throws WorkbenchException {
        List<CausalLm> models = new ArrayList<>();
        List<TrainableLink> inner = new ArrayList<>();
        List<TrainableLink> outer = new ArrayList<>();
        for (JsonNode agent : reference.about().path("agents")) {
            int i = models.size();
            models.add(reference.model(agent.asText()));
            inner.add(reference.link("inner", "w.inner_links." + i + "."));
            outer.add(reference.link("outer", "w.outer_links." + i + "."));
        }
        return new TutorialTeam(
                models,
                List.copyOf(inner),
                List.copyOf(outer),
                reference.about().path("latent_steps").asInt(),
                reference.about().path("rounds").asInt());
    }
}
