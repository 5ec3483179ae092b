package dev.latentloom.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.tensor.NativeEngine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What {@code run.json} says so that a run can be run again and compared. */
final class RunAbout {
    private static final long MOST_HASHED = 256L << 20; // larger files are told by their size

    private static final String RESUMED = "resumed";

    private RunAbout() {}

    /** Specification, device and versions. */
    static ObjectNode of(RunSpec spec, EngineSetup setup) {
        ObjectNode about = RunJson.MAPPER.createObjectNode();
        about.put("version", RunFolder.VERSION);
        about.set("spec", RunJson.MAPPER.valueToTree(spec));
        about.put("device", setup.device().name());
        about.put("dtype", setup.type().name().toLowerCase(Locale.ROOT));
        about.put("threads", NativeEngine.threads());
        about.put("started", Instant.now().toString());
        about.put("java", Runtime.version().toString());
        about.put("libtorch", NativeEngine.version());
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return about;
    }

    /**
     * The same of a training that goes on: what it began with stays, how it goes on is added.
     *
     * @throws WorkbenchException where the run is no training
     */
    static ObjectNode resumed(Path folder, ObjectNode now) throws WorkbenchException {
        JsonNode before = RunFolder.readRun(folder);
        String kind = before.path("spec").path("kind").asText("?");
        if (!(before instanceof ObjectNode about) || !kind.equals("train")) {
            throw new WorkbenchException("train.notATraining", folder.toString(), kind);
        }
        about.remove(List.of("ended", "summary", "failure"));
        ArrayNode parts =
                about.get(RESUMED) instanceof ArrayNode earlier ? earlier : about.putArray(RESUMED);
        parts.add(now);
        return about;
    }

    /** Fingerprint of every weight and configuration file of some models, by agent and name. */
    static Map<String, String> fingerprints(List<Teammate> mates) throws WorkbenchException {
        Map<String, String> prints = new TreeMap<>();
        for (Teammate mate : mates) {
            prints.putAll(fingerprints(mate.agent().id(), mate.lm().folder()));
        }
        return prints;
    }

    /** The same of a folder with weights, by a name of ours and the files' names. */
    static Map<String, String> fingerprints(String name, Path folder) throws WorkbenchException {
        Map<String, String> prints = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RunAbout::counts).sorted().toList()) {
                prints.put(name + "/" + file.getFileName(), fingerprint(file));
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "checkpoint.unreadable", folder.toString(), e.toString());
        }
        return prints;
    }

    private static boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".safetensors") || name.endsWith(".json");
    }

    private static String fingerprint(Path file) throws IOException {
        if (Files.size(file) > MOST_HASHED) {
            return "bytes:" + Files.size(file);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
