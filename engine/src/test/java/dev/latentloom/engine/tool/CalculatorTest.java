package dev.latentloom.engine.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.util.List;

final class CalculatorTest {
    @ParameterizedTest
    @CsvSource({
        "12 * (3.5 + 4), 90",
        "0.1 + 0.2, 0.3",
        "1 / 3, 1/3",
        "7 / 8, 0.875",
        "-2 ^ 2, -4",
        "2 ^ 3 ^ 2, 512",
        "2 ^ -2, 0.25",
        "10 - 3 - 2, 5",
        "2 - -3, 5",
        "9007199254740993 + 0, 9007199254740993",
        "1 / 0, error: division by zero",
        "2 ^ 99999, error: an exponent must be a whole number below 32768",
        "9 ^ 9999, error: the number is too large",
        "(1 + 2, error: a parenthesis is not closed",
        "1 2, error: unexpected '2'",
        "1 +, 'error: a number was expected, found nothing'",
        "abs(2), 'error: a number was expected, found ''a'''",
    })
    void computesExactly(String expression, String result) {
        assertEquals(result, new Calculator().call(expression));
    }

    @ParameterizedTest
    @CsvSource({
        "3 - 14, 20",
        "12 * 19, 11",
        "30 + 30, 29",
        "1 / 2, 16",
        "1 / 62, error: 62 has no inverse modulo 31"
    })
    void computesModulo31(String expression, String result) {
        assertEquals(result, new Calculator(BigInteger.valueOf(31)).call(expression));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "(".repeat(900) + "1" + ")".repeat(900);
        assertEquals("error: too many parentheses", new Calculator().call(deep));
    }

    @Test
    void aCallIsWhatTheTextEndsWith() throws WorkbenchException {
        List<Tool> tools = Tools.named("calculator:31");
        ToolCall call = ToolCall.atEndOf("so <calc> 3 - 14 </calc> ", tools).orElseThrow();
        assertEquals("3 - 14", call.input());
        assertEquals(" <result> 20 </result>", call.run());
        assertTrue(ToolCall.atEndOf("<calc> 3 </calc> and", tools).isEmpty());
        assertTrue(ToolCall.atEndOf("3 </calc>", tools).isEmpty());
    }

    @Test
    void anUnknownToolIsNamed() {
        var said = assertThrows(WorkbenchException.class, () -> Tools.named("calculator, shell"));
        assertEquals("shell", said.arguments().getFirst());
    }
}
