package dev.latentloom.views.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningMeanTest {
    @Test
    void eachValueWeighsNineTenthsOfTheNext() {
        RunningMean mean = new RunningMean(false);
        assertEquals(4, mean.after(4));
        assertEquals((0.9 * 4 + 1) / 1.9, mean.after(1), 1e-12);
        assertEquals((0.81 * 4 + 0.9 * 1 - 2) / 2.71, mean.after(-2), 1e-12);
    }

    @Test
    void onALogarithmicAxisRatiosCountAlike() {
        RunningMean mean = new RunningMean(true);
        assertEquals(1e-2, mean.after(1e-2), 1e-15);
        assertEquals(Math.pow(10, (0.9 * -2 - 4) / 1.9), mean.after(1e-4), 1e-12);
    }

    @Test
    void whatCannotBeDrawnCountsForNothing() {
        RunningMean mean = new RunningMean(true);
        mean.after(8);
        assertEquals(Double.NaN, mean.after(Double.NaN));
        assertEquals(0, mean.after(0));
        assertEquals(8, mean.after(8), 1e-12);
    }
}
