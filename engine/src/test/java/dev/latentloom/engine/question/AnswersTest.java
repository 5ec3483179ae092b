package dev.latentloom.engine.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class AnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | so it is \\boxed{42} or 7 | 42",
                "NUMBER | 9 eggs ~ #### 1,234 | 1,234",
                "NUMBER | first 12, then -3.5. | -3.5",
                "NUMBER | costs $18. | $18",
                "NUMBER | nothing | ''",
                "CHOICE | The answer is (C). | C",
                "CHOICE | B. Oral ulcers | B",
                "CHOICE | \\boxed{\\text{D}} | D",
                "CHOICE | we cannot tell | ''",
                "WORDS | thinking ~ ### Sally is a sterpus. | Sally is a sterpus.",
                "FORMULA | \\boxed{\\left( 3, \\frac{\\pi}{2} \\right)} | "
                        + "\\left( 3, \\frac{\\pi}{2} \\right)",
                "FORMULA | \\boxed{x^{2}} and \\boxed{unclosed | x^{2}",
            })
    void findsTheAnswer(AnswerKind kind, String text, String answer) {
        assertEquals(answer, Answers.extract(kind, text.replace(" ~ ", "\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "3.7, 3.2, false",
        "3.70, 3.7, true",
        "'1,000', 1000, true",
        "1/2, 0.5, true",
        "\\frac{1}{2}, 0.50, true",
        "-\\frac{3}{4}, -0.75, true",
        "1/3, 0.333, false",
        "18, $18, true",
        "5, -5, false",
        "7, 7.0000001, false",
        "3, '', false"
    })
    void numbersAreComparedExactly(String expected, String given, boolean same) {
        assertEquals(same, Answers.same(AnswerKind.NUMBER, expected, given));
    }

    @Test
    void formulasDifferOnlyInSpacingAndStyle() {
        assertTrue(
                Answers.same(
                        AnswerKind.FORMULA,
                        "\\left( 3, \\frac{\\pi}{2} \\right)",
                        "(3,\\dfrac{\\pi}{2})"));
        assertFalse(Answers.same(AnswerKind.FORMULA, "\\frac{\\pi}{2}", "\\frac{\\pi}{3}"));
    }

    @Test
    void aMissingAnswerIsNeverRight() {
        Question question = new Question("1", "Which?\nA. x\nB. y", "A", Map.of("choices", "A"));
        assertFalse(Answers.accepts(question, "no idea"));
        assertTrue(Answers.accepts(question, "Answer: A"));
    }
}
