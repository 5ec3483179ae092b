package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExampleBatchTest {
    @Test
    void predictsEachMessageTokenOnePositionEarlier() {
        AgentExample example =
                new AgentExample(
                        List.of(
                                new PromptToken(TokenMix.of(1), false),
                                new PromptToken(TokenMix.uniform(List.of(5, 6)), true)),
                        List.of(MessageToken.anyOf(7, List.of(7, 8)), MessageToken.given(9)),
                        0.5);
        ExampleBatch batch = new ExampleBatch(List.of(example));
        assertEquals(3, batch.length());
        assertArrayEquals(new long[] {1, 0, 5, 6, 7, 0}, batch.inputIds());
        assertArrayEquals(new float[] {1, 0, .5f, .5f, 1, 0}, batch.inputShares());
        assertArrayEquals(new float[] {0, .5f, 0}, batch.noise());
        assertArrayEquals(new long[] {0, 0, 7, 8, 9, 0}, batch.targetIds());
        assertArrayEquals(new float[] {0, 0, .5f, .5f, 1, 0}, batch.targetShares());
        assertArrayEquals(new float[] {0, 1, 0}, batch.lossWeights());
    }

    @Test
    void padsShorterExamplesOnTheRight() {
        AgentExample shorter =
                new AgentExample(
                        List.of(new PromptToken(TokenMix.of(1), false)),
                        List.of(MessageToken.of(2)),
                        0);
        AgentExample longer =
                new AgentExample(
                        List.of(new PromptToken(TokenMix.of(1), false)),
                        MessageToken.each(List.of(2, 3)),
                        0);
        ExampleBatch batch = new ExampleBatch(List.of(shorter, longer));
        assertArrayEquals(new long[] {1, 0, 1, 2}, batch.inputIds());
        assertArrayEquals(new float[] {1, 0, 1, 1}, batch.lossWeights());
    }
}
