package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;

import java.util.List;

/** The answering agent's last turn: what a run decodes from, and training takes its loss on. */
public final class LastTurn {
    private final int round;
    private final Teammate mate;
    private final PromptFilling filling;
    private final List<Question> questions;

    LastTurn(int round, Teammate mate, PromptFilling filling, List<Question> questions) {
        this.round = round;
        this.mate = mate;
        this.filling = filling;
        this.questions = List.copyOf(questions);
    }

    /** Whose turn it is, for the questions from one place up to, not including, another. */
    public Turn turn(int from, int to) {
        return new Turn(round, mate, questions.subList(from, to));
    }

    /** The answering agent's filled prompts for those questions. */
    public FilledPrompt prompt(int from, int to, Scope owner) throws WorkbenchException {
        return filling.fill(questions.subList(from, to), from, owner);
    }

    /** Fills the prompts. */
    PromptFilling filling() {
        return filling;
    }

    /** Questions of the walk. */
    public int size() {
        return questions.size();
    }
}
