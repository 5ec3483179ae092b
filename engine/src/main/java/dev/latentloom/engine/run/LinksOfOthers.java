package dev.latentloom.engine.run;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkImport;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkOrigin;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.LinkStore;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.StoredLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes links that others have published into a link set of a project, one by one; links the set
 * has already stay. To be used on an engine thread.
 *
 * @param project gets the links
 * @param models finds its models, whose widths links must fit
 * @param set name of the set
 */
public record LinksOfOthers(RunnableProject project, LocalModels models, String set) {
    /**
     * Reads a file as a link of the project.
     *
     * @throws WorkbenchException where there is no such agent or edge, the file holds no link, or
     *     its widths are not those of the models, with both numbers
     */
    public LinkShape take(Path file, LinkKey key) throws WorkbenchException {
        if (!Files.isRegularFile(file)) {
            throw new WorkbenchException("link.noFile", file.toString());
        }
        LinkValues values = LinkImport.read(file);
        LinkShape shape = values.shape();
        if (shape.design().inner() != key.inner()) {
            throw new WorkbenchException(
                    "link.otherKind", file.toString(), shape.design().id(), key.toString());
        }
        try (Scope scope = Scope.open()) {
            RecursiveLink link = TrainableLink.of(values, DeviceChoice.CPU, scope);
            check(file, key, shape);
            LinkFolder folder = new LinkStore(project.own()).folder(set);
            Map<String, RecursiveLink> inner = new HashMap<>();
            Map<String, RecursiveLink> outer = new HashMap<>();
            Map<LinkKey, LinkOrigin> origins = new HashMap<>();
            if (folder.exists()) {
                LinkSet there = folder.load(any -> DeviceChoice.CPU, scope);
                inner.putAll(there.inner());
                outer.putAll(there.outer());
                for (StoredLink stored : folder.list()) {
                    origins.put(stored.key(), stored.origin());
                }
            }
            (key.inner() ? inner : outer).put(key.id(), link);
            origins.put(key, LinkOrigin.UNKNOWN);
            folder.write(new LinkSet(set, inner, outer), origins);
        }
        return shape;
    }

    private void check(Path file, LinkKey key, LinkShape shape) throws WorkbenchException {
        int in;
        int out;
        if (key.inner()) {
            in = width(key.id());
            out = in;
        } else {
            Edge edge = edge(key.id());
            in = width(edge.from());
            out = width(edge.to());
        }
        if (shape.in() != in || shape.out() != out) {
            throw new WorkbenchException(
                    "link.widthsOfFile",
                    file.toString(),
                    shape.in(),
                    shape.out(),
                    key.toString(),
                    in,
                    out);
        }
    }

    private Edge edge(String id) throws WorkbenchException {
        List<Edge> edges = project.graph().edges();
        for (Edge edge : edges) {
            if (edge.id().equals(id)) {
                return edge;
            }
        }
        String known = String.join(", ", edges.stream().map(Edge::id).toList());
        throw new WorkbenchException("link.noEdge", project.graph().name(), id, known);
    }

    private int width(String agentId) throws WorkbenchException {
        AgentGraph graph = project.graph();
        for (Agent agent : graph.agents()) {
            if (agent.id().equals(agentId)) {
                Path folder = models.resolve(TeamSession.modelOf(agent), project.folder());
                return LmConfig.read(folder).hidden();
            }
        }
        String known = String.join(", ", graph.agents().stream().map(Agent::id).toList());
        throw new WorkbenchException("link.noAgent", graph.name(), agentId, known);
    }
}
