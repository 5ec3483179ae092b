package dev.latentloom.engine.parity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;

/** Every reference checkpoint: those of the tests, and all of a folder named by -Dgolden. */
@ExtendWith(TestEngine.class)
class ModelParityTest {
    static List<GoldenFolder.Case> cases() throws IOException {
        return GoldenFolder.cases(folder -> new ModelParity(folder, DeviceChoice.CPU).cases());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTensorAgrees(GoldenFolder.Case one) throws IOException {
        List<Comparison> results =
                new ModelParity(one.folder(), DeviceChoice.CPU)
                        .compare(one.name(), JobMonitor.NONE);
        List<Comparison> failed = results.stream().filter(result -> !result.ok()).toList();
        assertTrue(failed.isEmpty(), failed::toString);
        assertFalse(results.isEmpty());
    }
}
