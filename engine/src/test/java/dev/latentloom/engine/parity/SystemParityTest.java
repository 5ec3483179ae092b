package dev.latentloom.engine.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every system case: those of the tests, and all of a folder named by -Dgolden. */
@ExtendWith(TestEngine.class)
class SystemParityTest {
    static List<GoldenFolder.Case> cases() throws IOException {
        return GoldenFolder.cases(folder -> new SystemParity(folder, DeviceChoice.CPU).cases());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTensorAgrees(GoldenFolder.Case one) throws IOException {
        long live = Scope.liveInProcess();
        List<Comparison> results =
                new SystemParity(one.folder(), DeviceChoice.CPU).compare(one.name());
        List<Comparison> failed = results.stream().filter(result -> !result.ok()).toList();
        assertTrue(failed.isEmpty(), failed::toString);
        assertFalse(results.isEmpty());
        assertEquals(live, Scope.liveInProcess());
    }

    @Test
    void aWrongNumberAndAnUnknownNameFail(@TempDir Path folder) throws Exception {
        Path own = GoldenFolder.folders().getFirst().resolve("system");
        Safetensors right = Safetensors.open(own.resolve("link-inner.safetensors"));
        SafetensorsWriter wrong = new SafetensorsWriter();
        for (String name : right.tensors().keySet()) {
            float[] values = right.floats(name);
            values[0] += name.equals("dx") ? 0.01f : 0;
            wrong.floats(name, right.tensor(name).shape(), values);
            if (name.equals("x")) {
                wrong.floats("dw.W9.weight", right.tensor(name).shape(), values);
            }
        }
        wrong.write(folder.resolve("system/link-inner.safetensors"));
        Files.copy(own.resolve("index.json"), folder.resolve("system/index.json"));
        List<String> failed =
                new SystemParity(folder, DeviceChoice.CPU)
                        .compare("link-inner").stream()
                                .filter(result -> !result.ok())
                                .map(Comparison::name)
                                .toList();
        assertEquals(List.of("dx", "dw.W9.weight"), failed);
    }
}
