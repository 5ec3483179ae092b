package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.RealignLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.LatentMas;
import dev.latentloom.engine.rollout.LatentMasSharing;
import dev.latentloom.engine.rollout.LatentTrace;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Objects;

/** {@code latentmas-*}: one model in several roles on one cache. */
final class LatentMasCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        JsonNode about = reference.about();
        Scope scope = reference.scope();
        CausalLm lm = reference.model(about.path("model").asText());
        RealignLink map = RealignLink.inner(lm, about.path("ridge").asDouble(), scope);
        reference.values("realignment", Objects.requireNonNull(map.map()));
        reference.values("target_norm", scope.floats(new float[] {(float) map.norm()}, 1));
        RealignLink link = about.path("realign").asBoolean() ? map : RealignLink.rescaleOnly(lm);
        LatentMasSharing sharing =
                about.path("keep").asText().equals("latent")
                        ? LatentMasSharing.LATENT_ONLY
                        : LatentMasSharing.ALL;
        try (LatentMas chain = new LatentMas(lm, link, sharing, 1, scope)) {
            int agents = 0;
            while (reference.has("agent" + agents + ".prompt_ids")) {
                agents++;
            }
            for (int i = 0; i < agents - 1; i++) {
                think(reference, lm, chain, i);
            }
            answer(reference, lm, chain, agents - 1);
        }
    }

    private static void think(SystemReference reference, CausalLm lm, LatentMas chain, int agent)
            throws WorkbenchException {
        String name = "agent" + agent;
        Scope scope = reference.scope();
        Tensor prompt = lm.embed(reference.ids(name + ".prompt_ids"), scope);
        JsonNode steps = reference.about().path("latent_steps");
        int count = steps.isArray() ? steps.path(agent).asInt() : steps.asInt();
        LatentTrace trace = chain.think(prompt, count, scope, JobMonitor.NONE);
        reference.values(name + ".prompt_hidden", trace.next());
        reference.values(name + ".E", trace.inputs());
        reference.values(name + ".H", trace.thoughts());
    }

    private static void answer(SystemReference reference, CausalLm lm, LatentMas chain, int agent)
            throws WorkbenchException {
        String name = "agent" + agent;
        Scope scope = reference.scope();
        Tensor prompt = lm.embed(reference.ids(name + ".prompt_ids"), scope);
        Tensor state = chain.read(prompt, scope);
        reference.values(name + ".prompt_hidden", state);
        Tensor logits = lm.logits(state, scope);
        reference.values("answer.first_logits", logits);
        if (reference.has("answer.ids")) {
            int count = reference.expected().file().longs("answer.ids").length;
            reference.sameIds(
                    "answer.ids", GreedyContinuation.ids(lm, logits, chain.cache(), count, scope));
        }
    }
}
