package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a project; every path in its files is relative to it. */
public final class ProjectStore {
    private static final String JSON = ".json";

    private final Path folder;

    /** The project in this folder, which need not exist yet. */
    public ProjectStore(Path folder) {
        this.folder = folder;
    }

    /** Whether a folder holds a project. */
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("project.json"));
    }

    /** The project's folder. */
    public Path folder() {
        return folder;
    }

    /** Where its link sets lie, one folder each. */
    public Path links() {
        return folder.resolve("links");
    }

    /** Where its runs lie, one folder each. */
    public Path runs() {
        return folder.resolve("runs");
    }

    /** Reads {@code project.json}; refuses one that a newer program wrote. */
    public Project load() throws WorkbenchException {
        JsonFile file = projectFile();
        JsonNode tree = file.tree();
        int version = tree.path("version").asInt(0);
        if (version > Project.VERSION) {
            throw new WorkbenchException(
                    "project.newer", folder.toString(), version, Project.VERSION);
        }
        if (version < 1 || !tree.path("name").isTextual() || !tree.path("graph").isTextual()) {
            throw new WorkbenchException("project.incomplete", folder.toString());
        }
        return file.read(Project.class);
    }

    /** Writes {@code project.json}. */
    public void save(Project project) throws WorkbenchException {
        projectFile().write(project);
    }

    private JsonFile projectFile() {
        return new JsonFile(folder.resolve("project.json"));
    }

    /** Names of its graphs, sorted. */
    public List<String> graphs() throws WorkbenchException {
        return names(folder.resolve("graphs"), JSON);
    }

    /** The graph of a name that runs: as it is stored, without what sits out. */
    public AgentGraph graph(String name) throws WorkbenchException {
        return drawn(name).running();
    }

    /** A graph as it is stored. */
    public GraphFile drawn(String name) throws WorkbenchException {
        JsonFile file = new JsonFile(inside("graphs", name));
        if (!file.exists()) {
            throw new WorkbenchException(
                    "project.noGraph", name, folder.toString(), String.join(", ", graphs()));
        }
        return file.read(GraphFile.class);
    }

    /**
     * A graph with the project's rounds and latent steps put in.
     *
     * @param name name of the graph; null for the one the project names
     */
    public AgentGraph effectiveGraph(@Nullable String name) throws WorkbenchException {
        Project project = load();
        return settled(graph(name == null ? project.graph() : name), project);
    }

    /** A graph with a project's rounds and latent steps put in. */
    public static AgentGraph settled(AgentGraph graph, Project project) {
        Integer rounds = project.rounds();
        List<Agent> agents =
                graph.agents().stream()
                        .map(
                                agent ->
                                        agent.withSteps(
                                                project.steps()
                                                        .getOrDefault(agent.id(), agent.steps())))
                        .toList();
        return new AgentGraph(
                graph.name(),
                graph.pattern(),
                agents,
                graph.edges(),
                graph.answering(),
                rounds == null ? graph.rounds() : rounds);
    }

    /** Writes a graph under its name. */
    public void saveGraph(AgentGraph graph) throws WorkbenchException {
        saveDrawn(GraphFile.of(graph));
    }

    /** Writes a graph as it was drawn under its name. */
    public void saveDrawn(GraphFile graph) throws WorkbenchException {
        new JsonFile(inside("graphs", graph.name())).write(graph);
    }

    /** A hash of {@code project.json} and of one graph with its layout: equal while they are. */
    public String fingerprint(String graph) throws WorkbenchException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file :
                    List.of(
                            folder.resolve("project.json"),
                            inside("graphs", graph),
                            inside("layout", graph))) {
                digest.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", folder.toString(), String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** Where a graph's agents stand, if that was ever saved. */
    public Optional<Layout> layout(String graph) throws WorkbenchException {
        JsonFile file = new JsonFile(inside("layout", graph));
        return file.exists() ? Optional.of(file.read(Layout.class)) : Optional.empty();
    }

    /** Writes where a graph's agents stand. */
    public void saveLayout(String graph, Layout layout) throws WorkbenchException {
        new JsonFile(inside("layout", graph)).write(layout);
    }

    /** Names of its link sets, sorted. */
    public List<String> linkSets() throws WorkbenchException {
        return names(links(), "");
    }

    /** Ids of its runs, oldest first. */
    public List<String> runIds() throws WorkbenchException {
        return names(runs(), "");
    }

    /** The file of a name in a folder; refuses names that would lead out of it. */
    private Path inside(String kind, String name) throws WorkbenchException {
        if (name.isBlank() || name.startsWith(".") || name.matches(".*[/\\\\:\\x00-\\x1f].*")) {
            throw new WorkbenchException("project.badName", name);
        }
        return folder.resolve(kind).resolve(name + JSON);
    }

    /** Names in a folder without their ending; without an ending, of its folders. */
    private static List<String> names(Path parent, String ending) throws WorkbenchException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> ending.isEmpty() == Files.isDirectory(entry))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(".") && name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", parent.toString(), String.valueOf(e.getMessage()));
        }
    }
}
