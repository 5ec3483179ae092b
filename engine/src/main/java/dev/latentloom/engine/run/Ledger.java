package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What each question of a walk has taken so far; every entry is also told as an event. */
public final class Ledger {
    private final List<Spent> items;
    private final JobMonitor monitor;
    private final boolean each;
    private final LongTurns longTurns;

    /** An empty ledger over so many questions. */
    public Ledger(int items, JobMonitor monitor) {
        this(items, monitor, false);
    }

    private Ledger(int items, JobMonitor monitor, boolean each) {
        this.items = new ArrayList<>(Collections.nCopies(items, Spent.NOTHING));
        this.monitor = monitor;
        this.each = each;
        this.longTurns = new LongTurns(monitor);
    }

    /** One that also tells each question's share of every turn. */
    static Ledger ofEach(int items, JobMonitor monitor) {
        return new Ledger(items, monitor, true);
    }

    /** Tells that a turn begins. */
    void began(Turn turn, boolean latent) {
        monitor.event(
                new RunEvent.TurnStarted(
                        turn.round(), turn.mate().agent().id(), latent, turn.questions().size()));
    }

    /**
     * Books a turn.
     *
     * @param from place of the batch's first question
     * @throws WorkbenchException where what was read cannot be written
     */
    void book(Turn turn, int from, Entry entry) throws WorkbenchException {
        Spent sum = Spent.NOTHING;
        long[] pads = entry.prompt().pads();
        for (int i = 0; i < entry.spent().size(); i++) {
            Spent own = entry.spent().get(i);
            long read = entry.prompt().length() - pads[i];
            Spent all = own.plus(new Spent(read, 0, 0, entry.seconds()));
            items.set(from + i, items.get(from + i).plus(all));
            sum = sum.plus(all);
            if (each) {
                monitor.event(share(turn, from, i, entry, all));
                Agent agent = turn.mate().agent();
                long positions = read + own.decodedTokens() + own.latentSteps();
                longTurns.look(agent.id(), agent.role(), turn.mate().lm(), positions);
            }
        }
        monitor.event(
                new RunEvent.TurnDone(
                        turn.round(),
                        turn.mate().agent().id(),
                        entry.text(0),
                        sum.prefillTokens(),
                        sum.decodedTokens(),
                        sum.latentSteps(),
                        entry.seconds()));
    }

    private static RunEvent share(Turn turn, int from, int row, Entry entry, Spent spent)
            throws WorkbenchException {
        Question question = turn.questions().get(row);
        return new RunEvent.ItemTurn(
                question.id(),
                turn.round(),
                turn.mate().agent().id(),
                entry.filling().read(question, from + row),
                entry.text(row),
                spent.prefillTokens(),
                spent.decodedTokens(),
                spent.latentSteps(),
                spent.seconds());
    }

    /** Adds the time of a hand-over to every question. */
    void carried(double seconds) {
        items.replaceAll(spent -> spent.plus(new Spent(0, 0, 0, seconds)));
    }

    /** What the question at a place has taken. */
    public Spent item(int place) {
        return items.get(place);
    }

    /**
     * One batch's turn.
     *
     * @param filling filled the prompt
     * @param prompt what was read
     * @param spent what each question took beyond reading it
     * @param said what was said about each; empty where it was only thought
     * @param seconds wall time of the batch
     */
    record Entry(
            PromptFilling filling,
            FilledPrompt prompt,
            List<Spent> spent,
            List<String> said,
            double seconds) {
        private @Nullable String text(int row) {
            return said.isEmpty() ? null : said.get(row);
        }
    }
}
