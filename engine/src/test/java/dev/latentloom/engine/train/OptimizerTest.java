package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

/** Optimiser and schedule against what their definitions say. */
@ExtendWith(TestEngine.class)
class OptimizerTest {
    @Test
    void firstStepMovesEachWeightByTheRateAgainstItsGradientAndDecaysIt() {
        try (Scope scope = Scope.open()) {
            Tensor weights = scope.floats(new float[] {1, -2, 3}, 3);
            var settings = new AdamWSettings(0.9, 0.95, 1e-8, 0.1);
            AdamW optimizer = new AdamW(List.of(weights), settings, scope);
            optimizer.step(List.of(scope.floats(new float[] {5, -0.1f, 2}, 3)), 0.01);
            // after one step m/√v is the gradient's sign whatever its size
            float[] expected = {1 - 0.001f - 0.01f, -2 + 0.002f + 0.01f, 3 - 0.003f - 0.01f};
            assertArrayEquals(expected, TensorKernels.floats(weights), 1e-6f);
        }
    }

    @Test
    void restoredMomentsGoOnBitForBit() {
        try (Scope scope = Scope.open()) {
            Tensor weights = scope.floats(new float[] {1, -2}, 2);
            AdamW first = new AdamW(List.of(weights), AdamWSettings.LINKS, scope);
            first.step(List.of(scope.floats(new float[] {0.3f, 0.7f}, 2)), 0.01);
            Tensor copy = TensorKernels.copy(weights, scope);
            AdamW second = new AdamW(List.of(copy), AdamWSettings.LINKS, scope);
            second.restore(first.moments());
            first.step(List.of(scope.floats(new float[] {-0.2f, 0.1f}, 2)), 0.01);
            second.step(List.of(scope.floats(new float[] {-0.2f, 0.1f}, 2)), 0.01);
            assertArrayEquals(TensorKernels.floats(weights), TensorKernels.floats(copy));
        }
    }

    @Test
    void clippingScalesAllGradientsByTheirCommonNorm() {
        try (Scope scope = Scope.open()) {
            Tensor a = scope.floats(new float[] {3, 0}, 2);
            Tensor b = scope.floats(new float[] {4}, 1);
            assertEquals(5, AdamW.clip(List.of(a, b), 1), 1e-6);
            assertArrayEquals(new float[] {0.6f, 0}, TensorKernels.floats(a), 1e-5f);
            assertArrayEquals(new float[] {0.8f}, TensorKernels.floats(b), 1e-5f);
            AdamW.clip(List.of(a, b), 10);
            assertArrayEquals(new float[] {0.8f}, TensorKernels.floats(b), 1e-5f);
        }
    }

    @Test
    void scheduleRisesToItsPeakAndFallsToItsFloor() {
        var schedule = new CosineSchedule(2, 10, 110, 0.05);
        assertEquals(0.2, schedule.rate(0), 1e-12);
        assertEquals(2, schedule.rate(9), 1e-12);
        assertEquals(2, schedule.rate(10), 1e-12);
        assertEquals(1.05, schedule.rate(60), 1e-12);
        assertEquals(0.1, schedule.rate(110), 1e-12);
    }
}
