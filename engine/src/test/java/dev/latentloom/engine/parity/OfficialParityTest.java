package dev.latentloom.engine.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkImport;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@ExtendWith(TestEngine.class)
class OfficialParityTest {
    @Test
    void publishedLinksAreReadAndBadFilesRefused() throws IOException {
        for (Path folder : GoldenFolder.folders()) {
            List<Comparison> results = new OfficialParity(folder, DeviceChoice.CPU).compare();
            List<Comparison> failed = results.stream().filter(one -> !one.ok()).toList();
            assertTrue(failed.isEmpty(), failed::toString);
            assertEquals(18, results.size());
        }
    }

    @Test
    void aConfigThatSaysOtherwiseIsNotOverlooked(@TempDir Path folder) throws Exception {
        Path official = GoldenFolder.folders().getFirst().resolve("official");
        Path link = folder.resolve("outer_12.pt");
        Files.copy(official.resolve("local-training/outer_12.pt"), link);
        Files.writeString(
                folder.resolve("outer_adapter_config.json"),
                "{\"outer_12\": {\"adapter_type\": \"outer_ln_res_adapter\", \"in_dim\": 50}}");
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> LinkImport.read(link));
        assertEquals("link.configDisagrees", e.key());
    }
}
