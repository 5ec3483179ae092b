package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
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

    private final DeviceChoice engine;

    private Team(AgentGraph graph, DeviceChoice engine) {
        this.graph = graph;
        this.engine = engine;
    }

    /**
     * Loads every agent's model onto the agent's device.
     *
     * @param models says where the folder of an agent's model is
     * @param clock what chat templates that name the day take for the present
     * @throws WorkbenchException where an agent has no model, its device is not there, or an edge
     *     leads into a slot its prompt lacks
     */
    public static Team load(
            AgentGraph graph, ModelPlaces models, LmPool pool, Clock clock, JobMonitor monitor)
            throws WorkbenchException {
        Team team = new Team(graph, pool.device());
        for (Agent agent : graph.agents()) {
            device(agent, pool.device()); // better said before anything is loaded
        }
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
        LmPool.Lease lease = pool.borrow(folder, device(agent, engine), monitor);
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

    private static DeviceChoice device(Agent agent, DeviceChoice engine) throws WorkbenchException {
        String own = agent.device();
        if (own == null) {
            return engine;
        }
        List<DeviceChoice> here = DeviceChoice.here();
        return here.stream()
                .filter(device -> device.name().equals(own))
                .findFirst()
                .orElseThrow(
                        () ->
                                new WorkbenchException(
                                        "device.ofAgent",
                                        agent.role(),
                                        own,
                                        DeviceChoice.names(here)));
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

    /**
     * Where a link stands: an inner one beside its agent, an outer one beside the agent that hears
     * it; one that the team does not use, on the engine's device.
     */
    public DeviceChoice device(LinkKey link) {
        String beside = link.inner() ? link.id() : receiver(link.id());
        Teammate mate = mates.get(beside);
        return mate == null ? engine : mate.lm().device();
    }

    private String receiver(String edgeId) {
        return graph.edges().stream()
                .filter(edge -> edge.id().equals(edgeId))
                .map(Edge::to)
                .findFirst()
                .orElse("");
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
