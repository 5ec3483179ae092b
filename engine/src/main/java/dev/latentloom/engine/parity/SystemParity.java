package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.KernelException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds links, rollouts, teams, losses and optimiser against {@code system/NAME.safetensors}. The
 * beginning of a name says what kind of case it is; files of kinds not known here are no cases.
 */
public final class SystemParity {
    private static final String PART = "system";
    private static final String ENDING = ".safetensors";

    /** What recomputes a kind of case; several share one where each knows a part of its tensors. */
    private static final Map<String, List<SystemCase>> KINDS =
            Map.of(
                    "link-", List.of(new LinkCase()),
                    "inner-loss-", List.of(new InnerLossCase()),
                    "train-inner-", List.of(new InnerTrainingCase()),
                    "paper-", List.of(new UnrolledCase()),
                    "latentmas-", List.of(new LatentMasCase()),
                    "tutorial-system-", List.of(new TutorialCase(), new TutorialTrainingCase()),
                    "optimizer", List.of(new OptimizerCase()),
                    "sampling", List.of(SystemParity::sampling));

    private final Path folder;
    private final DeviceChoice device;

    /**
     * @param folder laid out like the golden references
     */
    public SystemParity(Path folder, DeviceChoice device) {
        this.folder = folder;
        this.device = device;
    }

    /** Names of the cases there are, sorted. */
    public List<String> cases() throws IOException {
        Path system = folder.resolve(PART);
        if (!Files.isDirectory(system)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(system)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> !kinds(name).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static List<SystemCase> kinds(String name) {
        return KINDS.entrySet().stream()
                .filter(kind -> name.startsWith(kind.getKey()))
                .flatMap(kind -> kind.getValue().stream())
                .toList();
    }

    /** Compares one case, tensor by tensor; what cannot be computed is a failed comparison. */
    public List<Comparison> compare(String name) throws IOException {
        Path index = folder.resolve(PART).resolve("index.json");
        JsonNode about = RunJson.MAPPER.readTree(index.toFile()).path(name);
        if (about.isMissingNode()) {
            return failed(name, "index.json does not describe it");
        }
        try (SystemReference reference = new SystemReference(folder, name, about, device)) {
            for (SystemCase kind : kinds(name)) {
                kind.compare(reference);
            }
            return reference.results();
        } catch (WorkbenchException | KernelException e) {
            return failed(name, String.valueOf(e.getMessage()));
        }
    }

    private static List<Comparison> failed(String name, String why) {
        return List.of(Comparison.ofEquality(PART, name, "case", why));
    }

    private static void sampling(SystemReference reference) throws WorkbenchException {
        reference.inputs("logits", "previous_ids");
        reference.add(SamplingCase.compare(reference.expected(), reference.about()));
    }
}
