package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.TreeSet;

@ExtendWith(TestEngine.class)
final class HandoverControlTest {
    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void aDerangementMovesEveryone() {
        for (int n = 2; n < 40; n++) {
            List<Integer> order = HandoverControl.derangement(n, n);
            assertEquals(n, new TreeSet<>(order).size());
            for (int i = 0; i < n; i++) {
                assertNotEquals(i, order.get(i));
            }
        }
    }

    @Test
    void noiseKeepsEachVectorsNorm() {
        Tensor x = scope.floats(new float[] {3, 4, 0, 0.5f, 0, 0}, 2, 1, 3);
        Tensor gaussian = scope.floats(new float[] {1, -2, 2, 0, 5, 0}, 2, 1, 3);
        float[] noise = TensorKernels.floats(ControlKernels.noise(x, gaussian, scope));
        assertArrayEquals(new float[] {5 / 3f, -10 / 3f, 10 / 3f, 0, 0.5f, 0}, noise, 1e-6f);
    }

    @Test
    void meanIsOverTheWholeSet() {
        Tensor x = scope.floats(new float[] {1, 2, 3, 6}, 2, 1, 2);
        assertArrayEquals(
                new float[] {2, 4, 2, 4}, TensorKernels.floats(ControlKernels.mean(x, scope)));
    }

    @Test
    void snapTakesTheRowMostAlikeWhateverItsLength() {
        Tensor table = scope.floats(new float[] {100, 100, 0.1f, 0, 0, 1}, 3, 2);
        Tensor x = scope.floats(new float[] {9, 1, 1, 1.1f}, 1, 2, 2);
        float[] snapped = TensorKernels.floats(ControlKernels.snap(x, table, 2, scope));
        assertArrayEquals(new float[] {0.2f, 0, 200, 200}, snapped, 1e-5f);
    }
}
