package dev.latentloom.app.cli;

import com.sun.management.OperatingSystemMXBean;

import dev.latentloom.app.Places;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.checkpoint.ModelSummary;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.tensor.NativeEngine;

import picocli.CommandLine.Command;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code doctor}: what this machine has, and whether the engine starts on the chosen device. */
@Command(name = "doctor", description = "${bundle:cli.doctor}")
final class DoctorCommand implements Callable<Integer> {
    private final RootCommand root;

    DoctorCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (EngineSession session = EngineSession.start(root)) {
            figures.put("device", session.device().name());
            figures.put("gpus", NativeEngine.gpus());
            machine(figures);
            figures.put("threads", session.call(Integer.MAX_VALUE, NativeEngine::threads));
        }
        List<ModelSummary> models = ModelsCommand.ofThisMachine(root);
        figures.put("models", models.size());
        figures.put("usableModels", models.stream().filter(ModelSummary::usable).count());
        figures.put("hfCache", LocalModels.ofThisMachine().cache().folder().toString());
        folders(figures);
        figures.put("latentloom", Versions.program());
        figures.put("java", Runtime.version().toString());
        figures.put("libtorch", NativeEngine.version());
        root.console().summary(figures);
        return ExitStatus.DONE;
    }

    private static void machine(Map<String, Object> figures) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long available = ProcessMemory.available();
        figures.put("memoryFree", available < 0 ? system.getFreeMemorySize() : available);
        figures.put("memoryTotal", system.getTotalMemorySize());
        figures.put("cores", system.getAvailableProcessors());
    }

    private void folders(Map<String, Object> figures) {
        Places places = root.places();
        figures.put("config", places.config().toString());
        figures.put("data", places.data().toString());
        figures.put("state", places.state().toString());
        figures.put("cache", places.cache().toString());
    }
}
