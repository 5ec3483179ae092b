package dev.latentloom.engine.question;

/** How an answer is found in a text and compared with the expected one. */
public enum AnswerKind {
    /** Words, the same but for white space, case and a closing full stop. */
    WORDS,
    /** A number of the same value. */
    NUMBER,
    /** The letter of a multiple choice. */
    CHOICE,
    /** A formula, the same but for spacing and ways of writing it in LaTeX. */
    FORMULA;

    /** The kind that fits what a question expects. */
    public static AnswerKind of(Question question) {
        if (question.fields().containsKey(QuestionReader.CHOICES)) {
            return CHOICE;
        }
        if (ExactNumber.parse(question.answer()).isPresent()) {
            return NUMBER;
        }
        boolean formula =
                question.answer().contains("\\") || question.answer().matches(".*[=^{}()].*");
        return formula ? FORMULA : WORDS;
    }
}
