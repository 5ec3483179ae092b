package dev.latentloom.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@ExtendWith(TestEngine.class)
class KernelTest {
    @Test
    void valuesComeBackAsTheyWentIn() {
        try (Scope scope = Scope.open()) {
            Tensor x = scope.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
            assertEquals(Shape.of(2, 3), x.shape());
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, TensorKernels.floats(x));
            assertArrayEquals(
                    new float[] {1, 4, 2, 5, 3, 6},
                    TensorKernels.floats(TensorKernels.transposed(x, scope)));
            Tensor half = TensorKernels.to(x, DeviceChoice.CPU, DType.BF16, scope);
            assertEquals(DType.BF16, TensorKernels.dtype(half));
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, TensorKernels.floats(half));
        }
    }

    @Test
    void closingAScopeFreesAllItOwns() {
        long before = Scope.liveInProcess();
        try (Scope run = Scope.open()) {
            Tensor kept;
            try (Scope step = run.child()) {
                Tensor x = step.floats(new float[] {1}, 1);
                Packed.list(List.of(x), step);
                kept = run.adopt(TensorKernels.scale(x, 2, step));
            }
            assertEquals(before + 1, Scope.liveInProcess());
            assertEquals(2, TensorKernels.item(kept));
        }
        assertEquals(before, Scope.liveInProcess());
    }

    @Test
    void gradientsFlowAndMissingPathsAreEmpty() {
        try (Scope scope = Scope.open();
                GradMode _ = GradMode.on()) {
            Tensor x = TensorKernels.leaf(scope.floats(new float[] {3}, 1), scope);
            Tensor other = TensorKernels.leaf(scope.floats(new float[] {3}, 1), scope);
            Tensor y = TensorKernels.matmul(x, x, scope);
            List<Tensor> grads =
                    TensorKernels.gradients(List.of(y), List.of(x, other), null, false, scope);
            assertArrayEquals(new float[] {6}, TensorKernels.floats(grads.get(0)));
            assertEquals(0, grads.get(1).shape().size());
        }
    }

    @Test
    void aFailureNamesTheScriptLineAndTheEngineStaysUsable() {
        try (Scope scope = Scope.open()) {
            Tensor x = scope.floats(new float[] {1, 2}, 2);
            Tensor y = scope.floats(new float[] {1, 2, 3}, 3);
            KernelException e =
                    assertThrows(KernelException.class, () -> TensorKernels.matmul(x, y, scope));
            assertTrue(String.valueOf(e.getMessage()).contains("torch.matmul(x, y)"));
            assertFalse(e.outOfMemory());
            assertEquals(5, TensorKernels.item(TensorKernels.matmul(x, x, scope)));
        }
    }

    @Test
    void outOfMemoryIsToldApart() {
        try (Scope scope = Scope.open()) {
            KernelException e =
                    assertThrows(
                            KernelException.class,
                            () ->
                                    TensorKernels.zeros(
                                            Shape.of(1L << 50),
                                            DeviceChoice.CPU,
                                            DType.F32,
                                            scope));
            assertTrue(e.outOfMemory(), e.getMessage());
        }
    }

    @Test
    void aFileIsMappedNotCopied(@TempDir Path folder) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
        Path file = folder.resolve("a b.bin");
        Files.write(file, bytes.array());
        try (Scope scope = Scope.open()) {
            Tensor all = TensorKernels.mapped(file, 4, DType.F32, scope);
            Tensor view = TensorKernels.view(all, 2, Shape.of(1, 2), scope);
            assertArrayEquals(new float[] {3, 4}, TensorKernels.floats(view));
        }
    }

    @Test
    void aMissingCudaDeviceIsSaid() throws WorkbenchException {
        DeviceChoice choice = DeviceChoice.parse("cuda:7");
        WorkbenchException e = assertThrows(WorkbenchException.class, choice::require);
        assertTrue(e.key().startsWith("device."), e.key());
        assertThrows(WorkbenchException.class, () -> DeviceChoice.parse("tpu"));
    }

    @Test
    void metaTensorsHaveShapesOnly() {
        try (Scope scope = Scope.open()) {
            Tensor x = TensorKernels.zeros(Shape.of(2, 3), DeviceChoice.META, DType.F32, scope);
            assertEquals(Shape.of(3, 2), TensorKernels.transposed(x, scope).shape());
        }
    }
}
