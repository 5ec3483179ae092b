package dev.latentloom.engine.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One folder with the links of a set: {@code links.json} lists them; each has a safetensors file
 * with its weights by official name and a small JSON file that describes it.
 */
public final class LinkFolder {
    private static final String INDEX = "links.json";
    private static final int FORMAT = 1;

    private final Path folder;

    /** A folder, which need not exist yet. */
    public LinkFolder(Path folder) {
        this.folder = folder;
    }

    /** Its path. */
    public Path path() {
        return folder;
    }

    /** Whether a set is stored here. */
    public boolean exists() {
        return Files.isRegularFile(folder.resolve(INDEX));
    }

    /** Writes a set that is handed over as the official code does it. */
    public void write(LinkSet set, Map<LinkKey, LinkOrigin> origins) throws WorkbenchException {
        write(set, origins, Handover.OUTER_INNER);
    }

    /**
     * Writes a set, over the one that may be here; whole or not at all.
     *
     * @param origins where links come from; those left out have an unknown origin
     * @param handover what the links were trained to hand over
     */
    public void write(LinkSet set, Map<LinkKey, LinkOrigin> origins, Handover handover)
            throws WorkbenchException {
        replace(fresh -> writeInto(fresh, set, origins, handover));
    }

    /**
     * Copies links of this set to another place, over the set that may be there; whole or not at
     * all.
     *
     * @param names key of each link that is copied, and the key it gets
     */
    public void copyTo(LinkFolder copy, Map<LinkKey, LinkKey> names) throws WorkbenchException {
        copy.replace(fresh -> copyInto(fresh, String.valueOf(copy.folder.getFileName()), names));
    }

    private void copyInto(Path fresh, String name, Map<LinkKey, LinkKey> names)
            throws IOException, WorkbenchException {
        ObjectNode index = RunJson.MAPPER.createObjectNode();
        index.put("format", FORMAT).put("name", name);
        index.set("handover", RunJson.MAPPER.valueToTree(handover()));
        ObjectNode inner = index.putObject("inner");
        ObjectNode outer = index.putObject("outer");
        for (Map.Entry<LinkKey, String> entry : stems().entrySet()) {
            LinkKey key = names.get(entry.getKey());
            if (key != null) {
                String stem = stem(key);
                (key.inner() ? inner : outer).put(key.id(), stem);
                for (String ending : List.of(".json", ".safetensors")) {
                    Files.copy(
                            folder.resolve(entry.getValue() + ending),
                            fresh.resolve(stem + ending));
                }
            }
        }
        writeJson(fresh.resolve(INDEX), index);
    }

    /** Fills a folder. */
    @FunctionalInterface
    private interface Filling {
        void into(Path fresh) throws IOException, WorkbenchException;
    }

    private void replace(Filling filling) throws WorkbenchException {
        Path target = folder.toAbsolutePath();
        Path fresh = target.resolveSibling(".writing-" + UUID.randomUUID());
        try {
            Files.createDirectories(fresh);
            try {
                filling.into(fresh);
                swap(fresh, target);
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new WorkbenchException(e, "link.unwritable", folder.toString(), e.toString());
        }
    }

    private static void writeInto(
            Path fresh, LinkSet set, Map<LinkKey, LinkOrigin> origins, Handover handover)
            throws IOException, WorkbenchException {
        ObjectNode index = RunJson.MAPPER.createObjectNode();
        index.put("format", FORMAT).put("name", set.name());
        index.set("handover", RunJson.MAPPER.valueToTree(handover));
        ObjectNode inner = index.putObject("inner");
        ObjectNode outer = index.putObject("outer");
        for (Map.Entry<LinkKey, TrainableLink> entry : set.trainable()) {
            LinkKey key = entry.getKey();
            String stem = stem(key);
            (key.inner() ? inner : outer).put(key.id(), stem);
            writeLink(fresh, stem, entry.getValue());
            LinkOrigin origin = origins.getOrDefault(key, LinkOrigin.UNKNOWN);
            ObjectNode description = RunJson.MAPPER.valueToTree(origin);
            LinkShape shape = entry.getValue().shape();
            description.put("design", shape.design().id()).put("in", shape.in());
            description.put("out", shape.out()).put("hidden", shape.hidden());
            writeJson(fresh.resolve(stem + ".json"), description);
        }
        writeJson(fresh.resolve(INDEX), index);
    }

    private static void writeLink(Path fresh, String stem, TrainableLink link)
            throws WorkbenchException {
        SafetensorsWriter writer = new SafetensorsWriter();
        LinkValues values = link.values();
        for (Map.Entry<String, Shape> weight : values.shape().weights().entrySet()) {
            float[] numbers = Objects.requireNonNull(values.weights().get(weight.getKey()));
            writer.floats(weight.getKey(), weight.getValue(), numbers);
        }
        writer.write(fresh.resolve(stem + ".safetensors"));
    }

    private static void writeJson(Path file, JsonNode json) throws IOException {
        RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    /** Ids become file names that every system can hold. */
    private static String stem(LinkKey key) {
        String id = URLEncoder.encode(key.id(), StandardCharsets.UTF_8).replace("*", "%2A");
        return (key.inner() ? "inner-" : "outer-") + id;
    }

    private static void swap(Path fresh, Path target) throws IOException {
        Path old = target.resolveSibling(".old-" + UUID.randomUUID());
        boolean had = Files.exists(target);
        if (had) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (had) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(old);
    }

    /** Deletes the set. */
    public void delete() throws WorkbenchException {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new WorkbenchException(e, "link.unwritable", folder.toString(), e.toString());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the set was trained to hand over; files that do not say are of the official kind. */
    public Handover handover() throws WorkbenchException {
        JsonNode said = json(INDEX).path("handover");
        if (said.isMissingNode()) {
            return Handover.OUTER_INNER;
        }
        try {
            return RunJson.MAPPER.convertValue(said, Handover.class);
        } catch (IllegalArgumentException e) {
            throw broken(INDEX, String.valueOf(e.getMessage()));
        }
    }

    /** Descriptions of all links, inner ones first; reads no values and needs no native engine. */
    public List<StoredLink> list() throws WorkbenchException {
        List<StoredLink> links = new ArrayList<>();
        for (Map.Entry<LinkKey, String> entry : stems().entrySet()) {
            links.add(describe(entry.getKey(), entry.getValue()));
        }
        return links;
    }

    private Map<LinkKey, String> stems() throws WorkbenchException {
        JsonNode index = json(INDEX);
        Map<LinkKey, String> stems = new LinkedHashMap<>();
        for (boolean inner : new boolean[] {true, false}) {
            index.path(inner ? "inner" : "outer")
                    .properties()
                    .forEach(
                            link ->
                                    stems.put(
                                            new LinkKey(inner, link.getKey()),
                                            link.getValue().asText()));
        }
        for (String stem : stems.values()) {
            if (!stem.matches("[A-Za-z0-9%+._-]+")) {
                throw broken(INDEX, "it names a file " + stem);
            }
        }
        return stems;
    }

    private StoredLink describe(LinkKey key, String stem) throws WorkbenchException {
        JsonNode json = json(stem + ".json");
        LinkDesign design = LinkDesign.of(json.path("design").asText());
        int in = json.path("in").asInt();
        int out = json.path("out").asInt();
        int hidden = json.path("hidden").asInt();
        try {
            LinkShape shape = new LinkShape(design, in, out, hidden);
            return new StoredLink(key, shape, RunJson.MAPPER.convertValue(json, LinkOrigin.class));
        } catch (IllegalArgumentException e) {
            throw broken(stem + ".json", String.valueOf(e.getMessage()));
        }
    }

    private JsonNode json(String name) throws WorkbenchException {
        try {
            return RunJson.MAPPER.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw broken(name, e.toString());
        }
    }

    private WorkbenchException broken(String name, String why) {
        return new WorkbenchException("link.setBroken", folder.resolve(name).toString(), why);
    }

    /** Loads all links, each onto the device that is said for it. */
    public LinkSet load(Function<LinkKey, DeviceChoice> devices, Scope owner)
            throws WorkbenchException {
        Map<String, RecursiveLink> inner = new HashMap<>();
        Map<String, RecursiveLink> outer = new HashMap<>();
        for (Map.Entry<LinkKey, String> entry : stems().entrySet()) {
            LinkKey key = entry.getKey();
            LinkShape shape = describe(key, entry.getValue()).shape();
            Path file = folder.resolve(entry.getValue() + ".safetensors");
            Map<String, float[]> weights = new LinkedHashMap<>();
            Safetensors stored = Safetensors.open(file);
            for (String name : stored.tensors().keySet()) {
                weights.put(name, stored.floats(name));
            }
            LinkValues values = new LinkValues(shape, weights).checked(file.toString());
            TrainableLink link = TrainableLink.of(values, devices.apply(key), owner);
            (key.inner() ? inner : outer).put(key.id(), link);
        }
        return new LinkSet(String.valueOf(folder.getFileName()), inner, outer);
    }
}
