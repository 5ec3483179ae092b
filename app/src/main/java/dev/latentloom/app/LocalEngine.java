package dev.latentloom.app;

import com.sun.management.OperatingSystemMXBean;

import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.run.EngineSetup;
import dev.latentloom.engine.run.LocalJobRunner;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.train.TrainJob;
import dev.latentloom.views.settings.Settings;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The engine of this process, set up as the settings say. */
public final class LocalEngine {
    private static final double SHARE = 0.75; // of the memory, for weights

    private final Places places;
    private final StoredProjects projects;

    /**
     * An engine that is not started.
     *
     * @param samples folder of the bundled samples, which are only read
     */
    public LocalEngine(Places places, Path samples) {
        this.places = places;
        projects = new StoredProjects(samples, places.data());
    }

    /** Projects as the engine reads them. */
    StoredProjects projects() {
        return projects;
    }

    /** Loads the native libraries and makes the runner; takes seconds. */
    JobRunner start(Settings settings, Consumer<RunEvent> listener) throws WorkbenchException {
        NativeEngine.start(
                places.natives(), key -> listener.accept(new RunEvent.Stage(key, List.of())));
        return runner(DeviceChoice.parse(device(settings.device())), type(settings.dtype()));
    }

    /**
     * The same for one command.
     *
     * @param device its name, such as {@code cuda:0}
     */
    public JobRunner start(String device, DType type, Consumer<String> progress)
            throws WorkbenchException {
        return runner(load(device, progress), type);
    }

    /**
     * Loads the native libraries for a command that is no job.
     *
     * @param device its name, such as {@code cuda:0}
     * @return the device, which is there
     */
    public DeviceChoice load(String device, Consumer<String> progress) throws WorkbenchException {
        DeviceChoice choice = DeviceChoice.parse(device);
        NativeEngine.start(places.natives(), progress);
        choice.require();
        return choice;
    }

    private JobRunner runner(DeviceChoice device, DType type) throws WorkbenchException {
        device.require();
        EngineSetup setup =
                new EngineSetup(
                        device, type, budget(), places.natives(), places.data().resolve("runs"));
        return new LocalJobRunner(setup, projects, new TrainJob());
    }

    /** The device that is set; without one the first GPU, or else the processor. */
    static String device(@Nullable String set) {
        List<DeviceChoice> here = DeviceChoice.here();
        return set == null ? here.get(Math.min(1, here.size() - 1)).name() : set;
    }

    /** The number format that is set; float32 otherwise, whose results are comparable. */
    static DType type(@Nullable String set) {
        return set == null ? DType.F32 : DType.valueOf(set.toUpperCase(Locale.ROOT));
    }

    /** Bytes that models may fill and that are free now. */
    static long free() {
        long available = ProcessMemory.available();
        return available < 0 ? budget() : Math.min(budget(), available);
    }

    /** Bytes that models may fill. */
    static long budget() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (long) (system.getTotalMemorySize() * SHARE);
    }
}
