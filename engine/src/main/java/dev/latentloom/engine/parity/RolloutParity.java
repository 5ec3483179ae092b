package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.rollout.LatentTrace;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Latent rollouts of one checkpoint, and gradients through one of them, against its reference. */
final class RolloutParity {
    private static final Pattern KIND = Pattern.compile("rollout\\.([a-z_]+)\\.H");
    private static final int GRADIENT_STEPS = 8;

    private final CausalLm lm;
    private final Expected expected;
    private final List<Comparison> results = new ArrayList<>();

    RolloutParity(CausalLm lm, Expected expected) {
        this.lm = lm;
        this.expected = expected;
    }

    /** Compares every {@code rollout.KIND.*} and {@code grad.*} that the reference has. */
    List<Comparison> compare() throws WorkbenchException {
        Set<String> kinds = new TreeSet<>();
        for (String name : expected.file().tensors().keySet()) {
            Matcher matcher = KIND.matcher(name);
            if (matcher.matches()) {
                kinds.add(matcher.group(1));
            }
        }
        for (String kind : kinds) {
            try (Scope scope = Scope.open()) {
                rollout(kind, scope);
            }
        }
        if (expected.has("grad.loss")) {
            try (Scope scope = Scope.open()) {
                gradients(scope);
            }
        }
        return results;
    }

    private void rollout(String kind, Scope scope) throws WorkbenchException {
        String name = "rollout." + kind + ".";
        TrainableLink link = link(kind, name + "link.", scope);
        int steps = Math.toIntExact(expected.file().tensor(name + "H").shape().get(1));
        FilledPrompt prompt =
                FilledPrompt.unpadded(lm.embed(expected.ids("input_ids", scope), scope));
        LatentTrace trace =
                new LatentRollout(lm, link, steps).thinkOn(prompt, scope, JobMonitor.NONE);
        check(name + "H", trace.thoughts());
        check(name + "E", trace.inputs());
        Tensor logits = lm.logits(trace.next(), scope);
        check(name + "logits_after", logits);
        if (expected.has(name + "post_greedy_ids")) {
            int count = expected.file().longs(name + "post_greedy_ids").length;
            long[] ids = GreedyContinuation.ids(lm, logits, trace.cache(), count, scope);
            results.add(expected.sameIds(name + "post_greedy_ids", ids));
        }
    }

    private void check(String name, Tensor ours) throws WorkbenchException {
        if (expected.has(name)) {
            results.add(expected.values(name, ours));
        }
    }

    private TrainableLink link(String kind, String prefix, Scope scope) throws WorkbenchException {
        return ReferenceLink.read(expected.file(), kind, prefix, lm.device(), scope);
    }

    private void gradients(Scope scope) throws WorkbenchException {
        TrainableLink link = link("inner", "grad.link.", scope);
        Tensor embedded = lm.embed(expected.ids("input_ids", scope), scope);
        Tensor prompt = TensorKernels.leaf(embedded, scope);
        Tensor targets = expected.ids("grad.target_ids", scope);
        Tensor loss;
        try (GradMode _ = GradMode.on()) {
            loss = loss(link, prompt, targets, scope);
        }
        check("grad.loss", loss);
        List<Tensor> leaves = new ArrayList<>(link.parameters());
        leaves.add(prompt);
        List<Tensor> found = TensorKernels.gradients(List.of(loss), leaves, null, false, scope);
        int at = 0;
        for (String name : link.weights().keySet()) {
            results.add(expected.gradient("grad.dlink." + name, found.get(at++)));
        }
        if (expected.has("grad.prompt_embeds")) {
            results.add(expected.gradient("grad.prompt_embeds", found.get(at)));
        }
    }

    /** The answer read on top of the rollout, its tokens predicted from E's end on. */
    private Tensor loss(TrainableLink link, Tensor prompt, Tensor targets, Scope scope) {
        LatentTrace trace =
                new LatentRollout(lm, link, GRADIENT_STEPS)
                        .withGradients()
                        .thinkOn(FilledPrompt.unpadded(prompt), scope, JobMonitor.NONE);
        long read = targets.shape().get(1) - 1;
        Tensor given = TensorKernels.narrow(targets, 1, 0, read, scope);
        Tensor after = lm.hidden(lm.embed(given, scope), trace.cache(), scope);
        Tensor states = TensorKernels.concat(List.of(trace.next(), after), 1, scope);
        return CrossEntropy.mean(lm.logits(states, scope), targets, scope);
    }
}
