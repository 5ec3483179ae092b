package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void agreesWithThePublishedExample() {
        // Newcombe 1998, table I: 81 of 263, score method without correction
        Wilson interval = Wilson.of(81, 263);
        assertEquals(0.2553, interval.low(), 5e-5);
        assertEquals(0.3662, interval.high(), 5e-5);
    }

    @Test
    void staysInsideZeroAndOne() {
        assertEquals(0, Wilson.of(0, 10).low(), 1e-12);
        assertEquals(1, Wilson.of(10, 10).high(), 1e-12);
    }
}
