package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trio: three experts each know a set of four objects for their cue, and the object asked for is
 * the one the three sets share; each further hop does the same with the object found. A sampled
 * word says one member of a set, a vector can hold all of them. Needs as many rounds as hops.
 *
 * <p>Experts learn from their own tables only, with the uniform distribution over the set as
 * target; the summarizer learns from random sets, never the real ones, 60 % as weighted mixtures:
 * say so wherever the results are shown.
 */
public final class TrioTask extends PooledTask {
    static final List<String> EXPERTS = List.of("expert1", "expert2", "expert3");
    static final String SUMMARIZER = "summarizer";

    private static final long TABLE_SEED = 20_260_003L;

    private final TrioTables tables;
    private final TrioExamples examples = new TrioExamples(this);

    /** Makes the task; its tables are always the same. */
    public TrioTask() {
        this(new TrioTables(TABLE_SEED));
    }

    private TrioTask(TrioTables tables) {
        super(words(), team(), tables.items(), new SplitShares(60, 20));
        this.tables = tables;
    }

    private static List<String> words() {
        List<String> words = Vocabulary.numbered("y", TrioTables.OBJECTS);
        words.addAll(Vocabulary.numbered("k", TrioTables.OBJECTS));
        for (int i = 1; i <= TrioTables.HOPS; i++) {
            words.addAll(List.of("n" + i, "P" + i, "ROLE_" + i));
        }
        words.addAll(List.of("ROLE_S", "[", "]", "OUT"));
        return words;
    }

    private static AgentGraph team() {
        List<Agent> agents = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int k = 1; k <= TrioTables.EXPERTS; k++) {
            String prompt =
                    "<bos> ROLE_%d {{question}} {{#feedback}}[ {{feedback}} ]{{/feedback}} OUT"
                            .formatted(k);
            agents.add(TinyAgents.agent(EXPERTS.get(k - 1), "Expert " + k, prompt, 2));
            edges.add(TinyAgents.edge(EXPERTS.get(k - 1), SUMMARIZER, EXPERTS.get(k - 1)));
        }
        EXPERTS.forEach(expert -> edges.add(TinyAgents.edge(SUMMARIZER, expert, "feedback")));
        String sums =
                "<bos> ROLE_S [ {{expert1}} ] [ {{expert2}} ] [ {{expert3}} ] {{question}} OUT";
        agents.add(TinyAgents.agent(SUMMARIZER, "Summarizer", sums, 2));
        return new AgentGraph("trio", "mixture", agents, edges, SUMMARIZER, TrioTables.HOPS);
    }

    TrioTables tables() {
        return tables;
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan(EXPERTS.get(0), TinyShape.llama(64, 2, 4), 600, 128, 3e-3),
                new AgentPlan(EXPERTS.get(1), TinyShape.llama(80, 2, 4), 600, 128, 3e-3),
                new AgentPlan(EXPERTS.get(2), TinyShape.qwen3(96, 2, 4), 600, 128, 3e-3),
                new AgentPlan(SUMMARIZER, TinyShape.llama(128, 2, 4), 600, 128, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        return agent.equals(SUMMARIZER)
                ? examples.summarizer(random)
                : examples.expert(EXPERTS.indexOf(agent), random);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.lastBefore(decoded, "y", "P");
    }

    /** None: an expert's message is any member of its set. */
    @Override
    public List<Turn> trace(Question question, int rounds) {
        return List.of();
    }
}
