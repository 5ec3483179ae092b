package dev.latentloom.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Expected values are worked out by hand from the published formulas. */
class RopeTest {
    @Test
    void plainFrequenciesFallGeometrically() {
        Rope rope = new Rope(10000, 4, new RopeScaling.None());
        assertArrayEquals(new double[] {1, 0.01}, rope.inverseFrequencies(1), 1e-15);
        assertEquals(1, rope.attentionFactor());
    }

    @Test
    void anOddShareRotatesOneMore() {
        Rope rope = new Rope(1000, 3, new RopeScaling.None());
        assertArrayEquals(new double[] {1, 0.01}, rope.inverseFrequencies(1), 1e-15);
    }

    @Test
    void linearDividesAll() {
        Rope rope = new Rope(10000, 4, new RopeScaling.Linear(8));
        assertArrayEquals(new double[] {0.125, 0.00125}, rope.inverseFrequencies(1), 1e-15);
    }

    @Test
    void llama3KeepsShortWavesDividesLongOnesAndBlendsBetween() {
        // waves 2π, 62.8, 628, 6283; bands for 1000 positions: below 250 kept, above 1000 divided
        Rope rope = new Rope(10000, 8, new RopeScaling.Llama3(8, 1, 4, 1000));
        double kept = (1000 / (200 * Math.PI) - 1) / 3;
        double blended = (1 - kept) * 0.01 / 8 + kept * 0.01;
        assertArrayEquals(
                new double[] {1, 0.1, blended, 0.001 / 8}, rope.inverseFrequencies(1), 1e-15);
    }

    @Test
    void yarnRampsFromKeptToDivided() {
        RopeScaling.Yarn yarn =
                new RopeScaling.Yarn(
                        4, 1000, RopeScaling.yarnAttentionFactor(4, null, null), 32, 1, true);
        // dimension of 32 turns: 8 ln(1000/(64π)) / (2 ln 10000) = 0.697 -> 0; of 1 turn: 2.2 -> 3
        Rope rope = new Rope(10000, 8, yarn);
        double third = 0.1 * (1 - 1.0 / 3 + 1.0 / 12);
        double twoThirds = 0.01 * (1 - 2.0 / 3 + 2.0 / 12);
        assertArrayEquals(
                new double[] {1, third, twoThirds, 0.001 / 4}, rope.inverseFrequencies(1), 1e-15);
        assertEquals(0.1 * Math.log(4) + 1, rope.attentionFactor());
    }

    @Test
    void yarnMscaleIsTheRatioOfBoth() {
        assertEquals(1, RopeScaling.yarnAttentionFactor(40, 0.7, 0.7));
        assertEquals(
                (0.1 * 2 * Math.log(40) + 1) / (0.1 * Math.log(40) + 1),
                RopeScaling.yarnAttentionFactor(40, 2.0, 1.0));
        assertEquals(1, RopeScaling.yarnAttentionFactor(0.5, null, null));
    }

    @Test
    void longRopeChoosesByTheLongestPosition() {
        Rope rope =
                new Rope(
                        10000,
                        4,
                        new RopeScaling.LongRope(List.of(1.0, 2.0), List.of(4.0, 5.0), 128, 1.2));
        assertArrayEquals(new double[] {1, 0.005}, rope.inverseFrequencies(128), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.002}, rope.inverseFrequencies(129), 1e-15);
        assertEquals(1.2, rope.attentionFactor());
    }
}
