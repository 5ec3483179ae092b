package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.TutorialTeam;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tutorial's outer stage on a team: a ring of agents with one vocabulary, which all read the
 * bare question. Its dead links are told once.
 */
final class TutorialTrainer implements LinkTrainer {
    private final LinkTraining training;
    private final LinkSet links;
    private final LinkKey learning;
    private final TutorialOuterLoop loop;
    private boolean shown;

    TutorialTrainer(LinkTraining training, LinkSet links, Scope scope) throws WorkbenchException {
        this.training = training;
        this.links = links;
        List<Teammate> mates = training.team().mates();
        List<CausalLm> models = new ArrayList<>();
        List<RecursiveLink> inner = new ArrayList<>();
        List<RecursiveLink> outer = new ArrayList<>();
        List<LinkKey> keys = new ArrayList<>();
        Recipe recipe = training.recipe();
        for (int i = 0; i < mates.size(); i++) {
            CausalLm lm = mates.get(i).lm();
            CausalLm next = mates.get((i + 1) % mates.size()).lm();
            Edge edge = edge(i);
            models.add(lm);
            inner.add(links.inner(edge.from(), lm.config().hidden()));
            outer.add(links.outer(edge.id(), lm.config().hidden(), next.config().hidden()));
            keys.add(LinkKey.outer(edge.id()));
        }
        int rounds = recipe.roundsOf(training.team().graph());
        int steps = recipe.stepsOf(mates.getFirst().agent());
        this.learning = keys.get(mates.size() - 2);
        TrainableLink link = (TrainableLink) outer.get(mates.size() - 2);
        TutorialTeam team = new TutorialTeam(models, inner, outer, steps, rounds);
        this.loop = TutorialOuterLoop.of(team, link, scope);
    }

    /** The edge from an agent to the next of the ring. */
    private Edge edge(int i) throws WorkbenchException {
        AgentGraph graph = training.team().graph();
        List<Teammate> mates = training.team().mates();
        Teammate from = mates.get(i);
        Teammate to = mates.get((i + 1) % mates.size());
        if (mates.size() < 2 || from.lm().config().vocab() != to.lm().config().vocab()) {
            throw new WorkbenchException("train.tutorialVocabulary", graph.name());
        }
        for (Edge edge : graph.outOf(from.agent().id())) {
            if (edge.to().equals(to.agent().id())) {
                return edge;
            }
        }
        throw new WorkbenchException(
                "train.tutorialRing", graph.name(), from.agent().id(), to.agent().id());
    }

    @Override
    public List<AdamW> optimizers() {
        return List.of(loop.optimizer());
    }

    @Override
    public Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException {
        try (Scope scratch = Scope.open()) {
            Teammate first = training.team().mates().getFirst();
            RoleText texts = RoleText.of(training, lesson.questions());
            Tensor ids = texts.bare(first, scratch);
            int length = Math.toIntExact(ids.shape().get(1));
            Tensor targets = texts.answers(first, length, scratch);
            if (!shown) {
                shown = true;
                showDead(ids, targets, monitor);
            }
            double loss = loop.step(ids, targets, lesson.rate(), scratch);
            return Map.of("loss", loss, "loss/" + learning, loss);
        }
    }

    private void showDead(Tensor ids, Tensor targets, JobMonitor monitor) {
        List<Map.Entry<LinkKey, TrainableLink>> all = links.trainable();
        List<Boolean> reached =
                loop.reached(all.stream().map(Map.Entry::getValue).toList(), ids, targets);
        List<RoundGradients.Place> dead = new ArrayList<>();
        int rounds = loop.team().rounds();
        for (int i = 0; i < all.size(); i++) {
            for (int round = 1; round <= rounds; round++) {
                if (!reached.get(i) || round < rounds) {
                    dead.add(new RoundGradients.Place(all.get(i).getKey(), round));
                }
            }
        }
        new NoPath("no_grad").tell(dead, monitor);
    }
}
