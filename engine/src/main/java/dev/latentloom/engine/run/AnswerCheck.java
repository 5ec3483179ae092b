package dev.latentloom.engine.run;

import dev.latentloom.engine.question.Answers;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.MiniatureTask;

/** Finds the answer in what the answering agent said, and says whether it is right. */
public interface AnswerCheck {
    /** For data of any kind. */
    AnswerCheck STANDARD =
            new AnswerCheck() {
                @Override
                public String extract(Question question, String said) {
                    return Answers.extract(question, said);
                }

                @Override
                public boolean right(Question question, String said) {
                    return Answers.accepts(question, said);
                }
            };

    /** The answer; empty where none was said. */
    String extract(Question question, String said);

    /** Whether what was said answers the question rightly. */
    boolean right(Question question, String said);

    /** For a miniature task, whose answers are exact words. */
    static AnswerCheck of(MiniatureTask task) {
        return new AnswerCheck() {
            @Override
            public String extract(Question question, String said) {
                return task.readOut(said);
            }

            @Override
            public boolean right(Question question, String said) {
                return question.answer().equals(task.readOut(said));
            }
        };
    }
}
