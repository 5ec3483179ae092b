package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.text.ChatTemplate;
import dev.latentloom.engine.text.PromptRenderer;
import dev.latentloom.engine.text.PromptTemplate;
import dev.latentloom.engine.text.Tokenizer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agents of a graph with their models, borrowed from a pool until closed. */
public final class Team implements AutoCloseable {
    private final AgentGraph graph;
    private final Map<String, Teammate> mates = new LinkedHashMap<>();
    private final List<LmPool.Lease> leases = new ArrayList<>();
    private final Map<Path, Tokenizer> tokenizers = new LinkedHashMap<>();

    private Team(AgentGraph graph) {
        this.graph = graph;
    }

    /**
     * Loads every agent's model.
     *
     * @param models says where the folder of an agent's model is
     * @param clock what chat templates that name the day take for the present
     * @throws WorkbenchException where an agent has no model, or an edge leads into a slot its
     *     prompt lacks
     */
    public static Team load(
            AgentGraph graph, ModelPlaces models, LmPool pool, Clock clock, JobMonitor monitor)
            throws WorkbenchException {
        Team team = new Team(graph);
        try {
            for (Agent agent : graph.agents()) {
                monitor.checkCancelled();
                team.add(agent, models.folder(agent), pool, clock, monitor);
            }
            return team;
        } catch (WorkbenchException | RuntimeException e) {
            team.close();
            throw e;
        }
    }

    private void add(Agent agent, Path folder, LmPool pool, Clock clock, JobMonitor monitor)
            throws WorkbenchException {
        PromptTemplate template = PromptTemplate.parse(agent.prompt());
        Set<String> slots = new HashSet<>();
        for (Edge edge : graph.into(agent.id())) {
            slots.add(edge.slot());
            if (!template.names().contains(edge.slot())) {
                throw new WorkbenchException("run.noSlot", edge.id(), edge.slot(), agent.id());
            }
        }
        LmPool.Lease lease = pool.borrow(folder, monitor);
        leases.add(lease);
        Tokenizer tokenizer = tokenizers.get(folder);
        if (tokenizer == null) {
            tokenizer = Tokenizer.load(folder);
            tokenizers.put(folder, tokenizer);
        }
        PromptRenderer renderer =
                new PromptRenderer(tokenizer, ChatTemplate.load(folder).orElse(null), clock);
        mates.put(
                agent.id(), new Teammate(agent, lease.lm(), tokenizer, renderer, template, slots));
    }

    public AgentGraph graph() {
        return graph;
    }

    /** The member of this id; the graph has one. */
    public Teammate mate(String id) {
        Teammate mate = mates.get(id);
        if (mate == null) {
            throw new IllegalArgumentException("no agent " + id + " in " + graph.name());
        }
        return mate;
    }

    /** The device all its models are on. */
    public DeviceChoice device() {
        return leases.getFirst().lm().device();
    }

    /** All members in the order of their turns. */
    public List<Teammate> mates() {
        return List.copyOf(mates.values());
    }

    @Override
    public void close() {
        tokenizers.values().forEach(Tokenizer::close);
        leases.forEach(LmPool.Lease::close);
    }
}
