package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.question.Question;

import org.jspecify.annotations.Nullable;

/**
 * One question answered.
 *
 * @param question with what was expected
 * @param answer what was found in the answering agent's words; empty where nothing was
 * @param correct whether it is right; null where no answer was expected
 * @param spent all it took
 * @param firstToken seconds until the first token of the answer, waiting for other batches not
 *     counted
 */
public record Answered(
        Question question,
        String answer,
        @Nullable Boolean correct,
        Spent spent,
        double firstToken) {
    /** Judges what was said. */
    static Answered of(
            Question question, String said, AnswerCheck check, Spent spent, double firstToken) {
        Boolean correct = question.answer().isEmpty() ? null : check.right(question, said);
        return new Answered(question, check.extract(question, said), correct, spent, firstToken);
    }

    RunEvent.ItemResult event() {
        return new RunEvent.ItemResult(
                question.id(),
                question.text(),
                question.answer().isEmpty() ? null : question.answer(),
                answer,
                correct,
                spent.prefillTokens(),
                spent.decodedTokens(),
                spent.latentSteps(),
                spent.seconds());
    }
}
