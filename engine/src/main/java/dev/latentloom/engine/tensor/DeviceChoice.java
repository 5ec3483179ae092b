package dev.latentloom.engine.tensor;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where models run: {@code cpu} or {@code cuda:N}. The user chooses; nothing changes it silently.
 *
 * @param name as TorchScript's {@code torch.device} takes it
 */
public record DeviceChoice(String name) {
    public static final DeviceChoice CPU = new DeviceChoice("cpu");

    /** For tests: shapes only, no memory, no values. */
    public static final DeviceChoice META = new DeviceChoice("meta");

    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    /** Reads {@code cpu}, {@code cuda} or {@code cuda:N}. */
    public static DeviceChoice parse(String text) throws WorkbenchException {
        if (text.equals(CPU.name)) {
            return CPU;
        }
        Matcher matcher = CUDA.matcher(text);
        if (!matcher.matches()) {
            throw new WorkbenchException("device.unknown", text);
        }
        String index = matcher.group(1);
        return new DeviceChoice("cuda:" + (index == null ? "0" : index));
    }

    /** The devices of this machine, the processor first; see {@link NativeEngine#gpus}. */
    public static List<DeviceChoice> here() {
        List<DeviceChoice> here = new ArrayList<>(List.of(CPU));
        int gpus = NativeEngine.gpus();
        for (int gpu = 0; gpu < gpus; gpu++) {
            here.add(new DeviceChoice("cuda:" + gpu));
        }
        return List.copyOf(here);
    }

    /** Devices as people read them. */
    public static String names(List<DeviceChoice> devices) {
        return devices.stream().map(DeviceChoice::name).collect(Collectors.joining(", "));
    }

    public boolean cuda() {
        return name.startsWith("cuda");
    }

    /** Throws where this device is not there; needs the native engine started. */
    public void require() throws WorkbenchException {
        if (!cuda()) {
            return;
        }
        int there = NativeEngine.gpus();
        int wanted = Integer.parseInt(name.substring("cuda:".length()));
        if (there == 0) {
            throw new WorkbenchException("device.noCuda", name);
        }
        if (wanted >= there) {
            throw new WorkbenchException("device.noSuchGpu", name, there);
        }
    }
}
