package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tool.Tool;
import dev.latentloom.engine.tool.Tools;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers questions with a team, in latent space or in text. A control over the whole set walks all
 * questions together; elsewhere batch after batch is answered, so that results come early.
 */
public final class QuestionRunner {
    private static final int BORROWED = 8;

    private final Team team;
    private final RunChoices choices;
    private final @Nullable LinkSet links;
    private final AnswerCheck check;

    /**
     * @param links links of the team; null in text mode
     */
    public QuestionRunner(
            Team team, RunChoices choices, @Nullable LinkSet links, AnswerCheck check) {
        this.team = team;
        this.choices = choices;
        this.links = links;
        this.check = check;
    }

    /**
     * Answers every question; each result is told as an event as soon as it is there.
     *
     * @param borrowed other questions of the same kind, for a control that needs more than one;
     *     walked with the others where there is but one, and never answered
     * @param kept takes each result, so that a cancelled run keeps what it had
     */
    public void answer(
            List<Question> questions, List<Question> borrowed, Kept kept, JobMonitor monitor)
            throws WorkbenchException {
        int wave = choices.controls().overWholeSet() ? questions.size() : choices.batch();
        for (int from = 0; from < questions.size(); from += wave) {
            int to = Math.min(from + wave, questions.size());
            List<Question> walked = new ArrayList<>(questions.subList(from, to));
            if (choices.controls().overWholeSet() && walked.size() == 1) {
                walked.addAll(borrowed.subList(0, Math.min(BORROWED, borrowed.size())));
            }
            if (choices.controls().overWholeSet() && walked.size() == 1) {
                throw new WorkbenchException(
                        "run.controlNeedsOthers", RunNames.of(choices.controls().whole()));
            }
            Ledger ledger = Ledger.ofEach(walked.size(), monitor);
            try (Scope scope = Scope.open()) {
                Turns turns = turns(walked, monitor);
                GraphWalk walk = new GraphWalk(team, turns, choices.rounds(), choices.batch());
                LastTurn last = walk.walk(walked, ledger, scope, monitor);
                Answering answering = new Answering(last, ledger, kept, monitor);
                for (int at = 0; at < to - from; at += choices.batch()) {
                    answering.batch(at, Math.min(at + choices.batch(), to - from));
                    monitor.progress(
                            from + Math.min(at + choices.batch(), to - from), questions.size());
                }
            }
        }
    }

    private Turns turns(List<Question> walked, JobMonitor monitor) throws WorkbenchException {
        long seed = choices.speaking().seed();
        HandoverControl control = new HandoverControl(choices.controls(), walked, seed);
        if (choices.mode() == RunMode.TEXT) {
            return new TextTurns(choices.speaking(), choices.controls(), control, monitor);
        }
        LinkSet through = links;
        if (through == null) {
            throw new IllegalStateException("latent mode without links");
        }
        LatentSettings settings = new LatentSettings(through, choices.handover());
        ThoughtLens lens =
                choices.lens() == 0 ? null : new ThoughtLens(team, settings, choices.lens());
        RolloutSource rollouts = new ToldRollouts(choices, through, lens, monitor);
        return new LatentTurns(team, settings, rollouts, control, monitor);
    }

    /** The answering agent's last turn, batch by batch. */
    private final class Answering {
        private final LastTurn last;
        private final Ledger ledger;
        private final Kept kept;
        private final JobMonitor monitor;

        Answering(LastTurn last, Ledger ledger, Kept kept, JobMonitor monitor) {
            this.last = last;
            this.ledger = ledger;
            this.kept = kept;
            this.monitor = monitor;
        }

        void batch(int from, int to) throws WorkbenchException {
            monitor.checkCancelled();
            Turn turn = last.turn(from, to);
            ledger.began(turn, false);
            long start = monitor.nanoTime();
            try (Scope scratch = Scope.open()) {
                FilledPrompt prompt = last.prompt(from, to, scratch);
                double filled = (monitor.nanoTime() - start) * 1e-9;
                List<Spoken> said = speaking().speak(turn, prompt, tools(turn));
                double seconds = (monitor.nanoTime() - start) * 1e-9;
                List<Double> waited = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    waited.add(ledger.item(i).seconds() + filled);
                }
                ledger.book(
                        turn,
                        from,
                        new Ledger.Entry(
                                last.filling(),
                                prompt,
                                said.stream().map(Answering::spent).toList(),
                                said.stream().map(Spoken::text).toList(),
                                seconds));
                for (int i = 0; i < said.size(); i++) {
                    keep(turn.questions().get(i), said.get(i), from + i, waited.get(i));
                }
            }
        }

        private Speaking speaking() {
            boolean text = choices.mode() == RunMode.TEXT;
            return new Speaking(choices.speaking(), text ? new TokenSteps(monitor) : monitor);
        }

        private static Spent spent(Spoken said) {
            return new Spent(said.readAgain(), said.decoded(), 0, 0);
        }

        private void keep(Question question, Spoken said, int place, double waited) {
            double firstToken = waited + said.firstToken();
            Answered answered =
                    Answered.of(question, said.text(), check, ledger.item(place), firstToken);
            kept.add(answered);
            monitor.event(answered.event());
        }

        private List<Tool> tools(Turn turn) throws WorkbenchException {
            return choices.tools() ? Tools.named(turn.mate().agent().tools()) : List.of();
        }
    }
}
