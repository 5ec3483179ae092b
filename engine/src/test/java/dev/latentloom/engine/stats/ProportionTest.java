package dev.latentloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void wilsonIntervalMatchesPublishedValues() {
        Proportion p = Proportion.wilson(81, 263); // Newcombe 1998: 0.2553 to 0.3662
        assertEquals(.2553, p.low(), 5e-5);
        assertEquals(.3662, p.high(), 5e-5);
        Proportion few = Proportion.wilson(1, 29); // Newcombe 1998: 0.0061 to 0.1718
        assertEquals(.0061, few.low(), 5e-5);
        assertEquals(.1718, few.high(), 5e-5);
    }

    @Test
    void extremesStayInsideZeroAndOne() {
        assertEquals(new Proportion(0, 0, 1), Proportion.wilson(0, 0));
        assertEquals(0, Proportion.wilson(0, 20).low());
        assertEquals(.1611, Proportion.wilson(0, 20).high(), 5e-5);
        assertEquals(1, Proportion.wilson(20, 20).high());
        assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(3, 2));
    }
}
