package dev.latentloom.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.00000403, 4.03 µs",
        "0.0118, 11.8 ms",
        "0.25, 0.25 s",
        "12.345, 12.3 s",
        "100, 1 min 40 s",
        "3725, 1 h 02 min"
    })
    void durationsHaveTheUnitThatFits(double seconds, String words) {
        assertEquals(words, Figures.duration(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0.012345, 0.0123", "1234.5, 1230", "-2, −2", "NaN, –"})
    void measuresHaveThreeSignificantDigits(double value, String words) {
        assertEquals(words, Figures.significant(value));
    }

    @Test
    void bytesAndCounts() {
        assertEquals("1.5 GiB", Figures.bytes(3L << 29));
        assertEquals("64 MiB", Figures.bytes(64L << 20));
        assertEquals("12,345", Figures.count(12_345));
        assertEquals("97.0 %", Figures.percent(0.97));
    }
}
