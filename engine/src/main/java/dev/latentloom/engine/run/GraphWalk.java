package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a graph with a set of questions, round by round, agent by agent in order, up to the last
 * turn of the answering agent, which is left to the caller: decoding and loss stay outside. Only
 * what the last hop brought stands in a slot; a feedback edge brings it in the next round.
 *
 * <p>All batches take a turn before what was said is handed on, so a control that looks at the
 * whole set does not depend on the batch size.
 */
public final class GraphWalk {
    private final Team team;
    private final Turns turns;
    private final int rounds;
    private final int batch;

    /**
     * @param rounds n, at least 1
     * @param batch questions that take a turn together, at least 1
     */
    public GraphWalk(Team team, Turns turns, int rounds, int batch) {
        if (rounds < 1 || batch < 1) {
            throw new IllegalArgumentException(rounds + " rounds in batches of " + batch);
        }
        this.team = team;
        this.turns = turns;
        this.rounds = rounds;
        this.batch = batch;
    }

    /**
     * Takes every turn but the last.
     *
     * @param owner owns what is handed over
     * @return the answering agent's last turn, its prompts ready to be filled
     */
    public LastTurn walk(List<Question> questions, Ledger ledger, Scope owner, JobMonitor monitor)
            throws WorkbenchException {
        return new Walk(questions, ledger, owner, monitor).toLastTurn();
    }

    /**
     * Takes the first turns, the answering agent's among them, over as many rounds as they need;
     * what is said in the last of them is handed to nobody.
     *
     * @param count turns of single agents, at least 1
     */
    public void walkTurns(
            int count, List<Question> questions, Ledger ledger, Scope owner, JobMonitor monitor)
            throws WorkbenchException {
        new Walk(questions, ledger, owner, monitor).turns(count);
    }

    /** One set of questions on its way. */
    private final class Walk {
        private final List<Question> questions;
        private final Ledger ledger;
        private final Scope owner;
        private final JobMonitor monitor;
        private final Map<String, SlotContent> brought = new HashMap<>(); // last, by edge

        Walk(List<Question> questions, Ledger ledger, Scope owner, JobMonitor monitor) {
            this.questions = questions;
            this.ledger = ledger;
            this.owner = owner;
            this.monitor = monitor;
        }

        LastTurn toLastTurn() throws WorkbenchException {
            AgentGraph graph = team.graph();
            for (int round = 1; round <= rounds; round++) {
                for (Teammate mate : team.mates()) {
                    if (round == rounds && mate.agent().id().equals(graph.answering())) {
                        PromptFilling filling = new PromptFilling(mate, slots(mate, owner));
                        return new LastTurn(round, mate, filling, questions);
                    }
                    speak(round, mate, true);
                }
            }
            throw new WorkbenchException("run.noAnsweringAgent", graph.name(), graph.answering());
        }

        void turns(int count) throws WorkbenchException {
            List<Teammate> mates = team.mates();
            for (int turn = 0; turn < count; turn++) {
                Teammate mate = mates.get(turn % mates.size());
                speak(1 + turn / mates.size(), mate, turn < count - 1);
            }
        }

        private Map<String, SlotContent> slots(Teammate mate, Scope scope) {
            Map<String, List<SlotContent>> bySlot = new LinkedHashMap<>();
            for (Edge edge : team.graph().into(mate.agent().id())) {
                SlotContent content = brought.get(edge.id());
                if (content != null) {
                    bySlot.computeIfAbsent(edge.slot(), slot -> new ArrayList<>()).add(content);
                }
            }
            Map<String, SlotContent> slots = new LinkedHashMap<>();
            bySlot.forEach((slot, parts) -> slots.put(slot, SlotContent.ofEdges(parts, scope)));
            return slots;
        }

        private void speak(int round, Teammate mate, boolean heard) throws WorkbenchException {
            try (Scope stage = owner.child()) {
                PromptFilling filling = new PromptFilling(mate, slots(mate, stage));
                List<SlotContent> parts = new ArrayList<>();
                for (int from = 0; from < questions.size(); from += batch) {
                    monitor.checkCancelled();
                    int to = Math.min(from + batch, questions.size());
                    Turn turn = new Turn(round, mate, questions.subList(from, to));
                    parts.add(turn(turn, from, filling, stage));
                }
                SlotContent said = SlotContent.ofBatches(parts, stage);
                if (heard) {
                    for (Edge edge : team.graph().outOf(mate.agent().id())) {
                        hand(round, edge, said);
                    }
                }
            }
        }

        private SlotContent turn(Turn turn, int from, PromptFilling filling, Scope stage)
                throws WorkbenchException {
            ledger.began(turn, turns.latent());
            long start = monitor.nanoTime();
            try (Scope scratch = stage.child()) {
                FilledPrompt prompt = filling.fill(turn.questions(), from, scratch);
                TurnResult result = turns.take(turn, prompt, stage);
                double seconds = (monitor.nanoTime() - start) * 1e-9;
                ledger.book(
                        turn,
                        from,
                        new Ledger.Entry(
                                filling,
                                prompt,
                                result.spent(),
                                result.content() instanceof SlotContent.Words words
                                        ? words.texts()
                                        : List.of(),
                                seconds));
                return result.content();
            }
        }

        private void hand(int round, Edge edge, SlotContent said) throws WorkbenchException {
            long start = monitor.nanoTime();
            SlotContent content = turns.deliver(round, edge, said, owner);
            if (brought.put(edge.id(), content) instanceof SlotContent.Thoughts old) {
                owner.free(old.values());
            }
            double seconds = (monitor.nanoTime() - start) * 1e-9;
            ledger.carried(seconds);
            monitor.event(
                    new RunEvent.Delivered(
                            round, edge.id(), content.length(), turns.latent(), seconds));
        }
    }
}
