package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.rollout.LatentTrace;
import dev.latentloom.engine.rollout.ThoughtTransfer;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code paper-*}: a ring of agents unrolled under autograd; its thoughts, what it sends, the loss
 * of the last agent on the answer, and every link's gradient through all rounds.
 */
final class UnrolledCase implements SystemCase {
    @Override
    public void compare(SystemReference reference) throws WorkbenchException {
        new Walk(reference).compare();
    }

    /** One case under way. */
    private static final class Walk {
        private final SystemReference reference;
        private final Scope scope;
        private final List<CausalLm> models = new ArrayList<>();
        private final List<TrainableLink> inner = new ArrayList<>();
        private final List<TrainableLink> outer = new ArrayList<>();
        private final Handover handover;
        private final List<@Nullable Tensor> received = new ArrayList<>();

        Walk(SystemReference reference) throws WorkbenchException {
            this.reference = reference;
            this.scope = reference.scope();
            JsonNode about = reference.about();
            for (JsonNode agent : about.path("agents")) {
                int i = models.size();
                models.add(reference.model(agent.asText()));
                inner.add(link("inner", i));
                outer.add(link("outer", i));
                received.add(null);
            }
            this.handover =
                    about.path("transfer").asText().equals("outer_inner")
                            ? Handover.OUTER_INNER
                            : Handover.OUTER;
        }

        private TrainableLink link(String kind, int agent) throws WorkbenchException {
            String design = reference.about().path(kind + "_kind").asText(kind);
            return reference.link(design, "w." + kind + "." + agent + ".");
        }

        void compare() throws WorkbenchException {
            Tensor targets = reference.ids("target_ids");
            Tensor loss;
            try (GradMode _ = GradMode.on()) {
                Tensor logits = logits(targets);
                reference.values("logits", logits);
                loss = CrossEntropy.mean(logits, targets, scope);
            }
            reference.values("loss", loss);
            Map<String, TrainableLink> links = new LinkedHashMap<>();
            for (int i = 0; i < models.size(); i++) {
                links.put("dw.inner." + i + ".", inner.get(i));
                links.put("dw.outer." + i + ".", outer.get(i));
            }
            reference.gradients(loss, links);
        }

        private Tensor logits(Tensor targets) throws WorkbenchException {
            int rounds = reference.about().path("rounds").asInt();
            int last = models.size() - 1;
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < models.size(); i++) {
                    if (round < rounds - 1 || i < last) {
                        turn(round, i);
                    }
                }
            }
            boolean thinks = reference.about().path("final_rollout").asBoolean();
            LatentRollout rollout = rollout(last, thinks ? steps(last) : 0);
            LatentTrace trace = rollout.thinkOn(context(last), scope, JobMonitor.NONE);
            if (thinks) {
                reference.values(name("H", rounds - 1, last), trace.thoughts());
            }
            return answer(models.get(last), trace, targets);
        }

        private void turn(int round, int i) throws WorkbenchException {
            Tensor thoughts = rollout(i, steps(i)).think(context(i), scope, JobMonitor.NONE);
            reference.values(name("H", round, i), thoughts);
            Tensor sent =
                    ThoughtTransfer.send(thoughts, handover, inner.get(i), outer.get(i), scope);
            reference.values(name("sent", round, i), sent);
            received.set((i + 1) % models.size(), sent);
        }

        private static String name(String what, int round, int agent) {
            return what + ".round" + round + ".agent" + agent;
        }

        private LatentRollout rollout(int i, int steps) {
            return new LatentRollout(models.get(i), inner.get(i), steps).withGradients();
        }

        private int steps(int i) {
            JsonNode steps = reference.about().path("latent_steps");
            return steps.isArray() ? steps.path(i).asInt() : steps.asInt();
        }

        private FilledPrompt context(int i) throws WorkbenchException {
            List<Tensor> parts = new ArrayList<>();
            add("prefix_ids." + i, models.get(i), parts);
            Tensor thoughts = received.get(i);
            if (thoughts != null) {
                parts.add(thoughts);
            }
            add("suffix_ids." + i, models.get(i), parts);
            return FilledPrompt.unpadded(TensorKernels.concat(parts, 1, scope));
        }

        private void add(String name, CausalLm lm, List<Tensor> parts) throws WorkbenchException {
            if (reference.expected().file().tensor(name).count() == 0) {
                reference.inputs(name);
            } else {
                parts.add(lm.embed(reference.ids(name), scope));
            }
        }

        /** Reads the answer but its last token on top of the context, (B, A, V). */
        private Tensor answer(CausalLm lm, LatentTrace trace, Tensor targets) {
            long read = targets.shape().get(1) - 1;
            List<Tensor> states = new ArrayList<>(List.of(trace.next()));
            if (read > 0) {
                Tensor given = TensorKernels.narrow(targets, 1, 0, read, scope);
                KvCache cache = trace.cache();
                states.add(lm.hidden(lm.embed(given, scope), cache, scope));
            }
            return lm.logits(TensorKernels.concat(states, 1, scope), scope);
        }
    }
}
