package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

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
    private static final long TABLE_SEED = 20_260_003L;

    private final TrioTeam team;
    private final TrioTables tables;
    private final TrioExamples examples = new TrioExamples(this);

    /** Makes the task; its tables are always the same. */
    public TrioTask() {
        this(TrioTeam.SAYING, new TrioTables(TABLE_SEED));
    }

    private TrioTask(TrioTeam team, TrioTables tables) {
        super(words(), team.graph(), tables.items(), new SplitShares(60, 20));
        this.team = team;
        this.tables = tables;
    }

    /**
     * The same questions for a team whose experts list their whole sets in words, least first: what
     * text reaches where it is trained to carry what a vector carries.
     */
    public static TrioTask listing() {
        return new TrioTask(TrioTeam.LISTING, new TrioTables(TABLE_SEED));
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

    TrioTeam team() {
        return team;
    }

    TrioTables tables() {
        return tables;
    }

    @Override
    public List<AgentPlan> plans() {
        List<String> experts = team.experts();
        return List.of(
                new AgentPlan(experts.get(0), TinyShape.llama(48, 2, 4), 800, 128, 3e-3),
                new AgentPlan(experts.get(1), TinyShape.llama(64, 2, 4), 800, 128, 3e-3),
                new AgentPlan(experts.get(2), TinyShape.qwen3(80, 2, 4), 800, 128, 3e-3),
                new AgentPlan(team.summarizer(), TinyShape.llama(96, 2, 4), 800, 128, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        return agent.equals(team.summarizer())
                ? examples.summarizer(random)
                : examples.expert(team.experts().indexOf(agent), random);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.lastBefore(decoded, "y", "P");
    }

    /** None: an expert's message is any member of its set, where it does not list them. */
    @Override
    public List<Turn> trace(Question question, int rounds) {
        return List.of();
    }
}
