package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.rollout.FilledPrompt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What each question of a walk has taken so far; every entry is also told as an event. */
public final class Ledger {
    private final List<Spent> items;
    private final JobMonitor monitor;

    /** An empty ledger over so many questions. */
    public Ledger(int items, JobMonitor monitor) {
        this.items = new ArrayList<>(Collections.nCopies(items, Spent.NOTHING));
        this.monitor = monitor;
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
     * @param text what was said about it; null where it was only thought
     */
    void book(Turn turn, int from, Entry entry, @Nullable String text) {
        Spent sum = Spent.NOTHING;
        long[] pads = entry.prompt().pads();
        for (int i = 0; i < entry.spent().size(); i++) {
            Spent own = entry.spent().get(i);
            long read = entry.prompt().length() - pads[i];
            Spent all = own.plus(new Spent(read, 0, 0, entry.seconds()));
            items.set(from + i, items.get(from + i).plus(all));
            sum = sum.plus(all);
        }
        monitor.event(
                new RunEvent.TurnDone(
                        turn.round(),
                        turn.mate().agent().id(),
                        text,
                        sum.prefillTokens(),
                        sum.decodedTokens(),
                        sum.latentSteps(),
                        entry.seconds()));
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
     * @param prompt what was read
     * @param spent what each question took beyond reading it
     * @param seconds wall time of the batch
     */
    record Entry(FilledPrompt prompt, List<Spent> spent, double seconds) {}
}
