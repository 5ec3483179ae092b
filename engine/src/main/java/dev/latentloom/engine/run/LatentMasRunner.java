package dev.latentloom.engine.run;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.RealignLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.DecodedRow;
import dev.latentloom.engine.lm.Decoder;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.rollout.LatentMas;
import dev.latentloom.engine.rollout.LatentMasSharing;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.text.StreamingDecoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * LatentMAS: all agents are one model in several roles and pass on the whole key-value cache. Edges
 * and slots play no part; agents take their turns in order, question by question.
 */
final class LatentMasRunner {
    private final Team team;
    private final RunChoices choices;
    private final AnswerCheck check;
    private final CausalLm lm;

    /**
     * @throws WorkbenchException where the agents have different models or devices, or a control or
     *     a tool is asked for that acts on what is not handed over here
     */
    LatentMasRunner(Team team, RunChoices choices, AnswerCheck check) throws WorkbenchException {
        this.team = team;
        this.choices = choices;
        this.check = check;
        this.lm = team.mates().getFirst().lm();
        for (Teammate mate : team.mates()) {
            if (!mate.lm().device().equals(lm.device())) {
                throw new WorkbenchException(
                        "run.latentMasDevices",
                        team.mates().getFirst().agent().id(),
                        lm.device().name(),
                        mate.agent().id(),
                        mate.lm().device().name());
            }
            if (mate.lm() != lm) {
                throw new WorkbenchException(
                        "run.latentMasModels",
                        team.mates().getFirst().agent().id(),
                        lm.folder().toString(),
                        mate.agent().id(),
                        mate.lm().folder().toString());
            }
        }
        for (Control control : choices.controls().each().toList()) {
            if (control != Control.NONE && control != Control.M0) {
                throw new WorkbenchException("run.controlOfCache", RunNames.of(control));
            }
        }
        String tools = team.mate(team.graph().answering()).agent().tools();
        if (choices.tools() && !tools.isBlank()) {
            throw new WorkbenchException("run.toolsOfCache", team.graph().answering(), tools);
        }
    }

    /** Answers every question. */
    void answer(List<Question> questions, Kept kept, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            RealignLink link = RealignLink.inner(lm, RealignLink.RIDGE, scope);
            for (int i = 0; i < questions.size(); i++) {
                monitor.checkCancelled();
                try (Scope one = scope.child();
                        LatentMas chain = new LatentMas(lm, link, LatentMasSharing.ALL, 1, one)) {
                    kept.add(new Chain(questions.get(i), chain, one, monitor).answer());
                    monitor.event(kept.items().getLast().event());
                }
                monitor.progress(i + 1, questions.size());
            }
        }
    }

    /** One question on its way. */
    private final class Chain {
        private final Question question;
        private final LatentMas chain;
        private final Scope scope;
        private final JobMonitor monitor;
        private final Ledger ledger;

        Chain(Question question, LatentMas chain, Scope scope, JobMonitor monitor) {
            this.question = question;
            this.chain = chain;
            this.scope = scope;
            this.monitor = monitor;
            this.ledger = Ledger.ofEach(1, monitor);
        }

        Answered answer() throws WorkbenchException {
            for (int round = 1; round <= choices.rounds(); round++) {
                for (Teammate mate : team.mates()) {
                    Turn turn = new Turn(round, mate, List.of(question));
                    boolean last =
                            round == choices.rounds()
                                    && mate.agent().id().equals(team.graph().answering());
                    ledger.began(turn, !last);
                    PromptFilling filling = new PromptFilling(mate, Map.of());
                    if (last) {
                        return speak(turn, filling);
                    }
                    think(turn, filling);
                }
            }
            throw new WorkbenchException(
                    "run.noAnsweringAgent", team.graph().name(), team.graph().answering());
        }

        private void think(Turn turn, PromptFilling filling) throws WorkbenchException {
            FilledPrompt prompt = filling.fill(turn.questions(), 0, scope);
            long start = System.nanoTime();
            int steps = choices.stepsOf(turn.mate().agent());
            chain.think(prompt.embeddings(), steps, scope, monitor);
            String id = turn.mate().agent().id();
            monitor.event(new RunEvent.LatentStep(turn.round(), id, steps, steps));
            double seconds = (System.nanoTime() - start) * 1e-9;
            ledger.book(
                    turn,
                    0,
                    new Ledger.Entry(
                            filling,
                            prompt,
                            List.of(new Spent(0, 0, steps, 0)),
                            List.of(),
                            seconds));
        }

        private Answered speak(Turn turn, PromptFilling filling) throws WorkbenchException {
            FilledPrompt prompt = filling.fill(turn.questions(), 0, scope);
            long start = System.nanoTime();
            double waited = ledger.item(0).seconds();
            Tensor last = chain.read(prompt.embeddings(), scope);
            Teammate mate = turn.mate();
            String agent = mate.agent().id();
            Set<Long> ends = new TreeSet<>();
            Arrays.stream(mate.tokenizer().endIds()).forEach(ends::add);
            SpeakingSettings speaking = choices.speaking();
            long seed =
                    Seeds.of(speaking.seed(mate.agent()), question.id(), agent, turn.round(), 0);
            StreamingDecoder words = new StreamingDecoder(mate.tokenizer(), true);
            FirstToken first = new FirstToken();
            DecodedRow row =
                    new Decoder(
                                    lm,
                                    speaking.sampling(mate.agent()),
                                    speaking.cap(mate.agent()),
                                    ends)
                            .goOn(
                                    last,
                                    chain.cache(),
                                    new long[] {seed},
                                    (at, id) -> {
                                        first.heard();
                                        tell(turn, words.add(id));
                                        return true;
                                    },
                                    monitor)
                            .getFirst();
            tell(turn, words.flush());
            String text = mate.tokenizer().decode(row.toArray(), true);
            Spent spent = new Spent(0, row.ids().size(), 0, 0);
            double seconds = (System.nanoTime() - start) * 1e-9;
            ledger.book(
                    turn,
                    0,
                    new Ledger.Entry(filling, prompt, List.of(spent), List.of(text), seconds));
            return Answered.of(question, text, check, ledger.item(0), waited + first.after(start));
        }

        private void tell(Turn turn, String piece) {
            if (!piece.isEmpty()) {
                String agent = turn.mate().agent().id();
                monitor.event(new RunEvent.Token(turn.round(), agent, piece));
            }
        }
    }
}
