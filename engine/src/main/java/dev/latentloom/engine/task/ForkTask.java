package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Fork: the planner knows four candidates for an entity, the solver knows which candidates are
 * valid and what they yield. A planner that says one candidate a round needs up to four rounds, one
 * for each rejection; one that hands all four over at once needs a single round, which is what
 * {@code roundsNeeded} counts.
 *
 * <p>Agents know all 256 entities; links may train on those of the train split only. To keep so
 * many learnable for a tiny planner, a rejection in one family of candidates leads to the entity's
 * candidate in the next family. The solver learns from candidates of entities that do not exist,
 * single ones and Dirichlet mixtures of four: say so wherever its results are shown.
 */
public final class ForkTask extends PooledTask {
    private static final long TABLE_SEED = 20_260_002L;
    private static final double LEAST_VALID_SHARE = 0.1;
    private static final double PLANNER_NOISE = 0.3; // at most
    private static final double SOLVER_NOISE = 0.9; // at most: links err on entities they never saw
    private static final String PLANNER = "planner";
    private static final String SOLVER = "solver";
    private static final String FEEDBACK = "feedback";
    private static final String REJECTED = "NO";

    private final ForkTables tables;

    /** Makes the task; its tables are always the same. */
    public ForkTask() {
        this(new ForkTables(TABLE_SEED));
    }

    private ForkTask(ForkTables tables) {
        super(words(), team(), tables.items(), new SplitShares(60, 12));
        this.tables = tables;
    }

    private static List<String> words() {
        List<String> words = Vocabulary.numbered("e", ForkTables.ENTITIES);
        words.addAll(Vocabulary.numbered("c", ForkTables.FAMILIES * ForkTables.FAMILY_SIZE));
        words.addAll(Vocabulary.numbered("o", ForkTables.OUTPUTS));
        words.addAll(List.of(REJECTED, "ROLE_P", "ROLE_S", "[", "]", "OUT"));
        return words;
    }

    private static AgentGraph team() {
        String asks = "<bos> ROLE_P {{question}} {{#feedback}}[ {{feedback}} ]{{/feedback}} OUT";
        String solves = "<bos> ROLE_S {{question}} [ {{planner}} ] OUT";
        return new AgentGraph(
                "fork",
                "free-form",
                List.of(
                        TinyAgents.agent(PLANNER, "Planner", asks, 2),
                        TinyAgents.agent(SOLVER, "Solver", solves, 2)),
                List.of(
                        TinyAgents.edge(PLANNER, SOLVER, PLANNER),
                        TinyAgents.edge(SOLVER, PLANNER, FEEDBACK)),
                SOLVER,
                1);
    }

    ForkTables tables() {
        return tables;
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan(PLANNER, TinyShape.qwen3(96, 2, 4), 3000, 128, 3e-3),
                new AgentPlan(SOLVER, TinyShape.llama(128, 2, 4), 1500, 128, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        String question = "e" + random.nextInt(ForkTables.ENTITIES);
        double noise = random.nextDouble();
        return agent.equals(PLANNER)
                ? plannerExample(question, noise * PLANNER_NOISE, random)
                : solverExample(question, noise * SOLVER_NOISE, random);
    }

    /** Four in ten first offers; the rest after a rejection or an acceptance. */
    private AgentExample plannerExample(String question, double noise, RandomGenerator random) {
        List<Integer> set = tables.candidatesOf(Integer.parseInt(question.substring(1)));
        List<TokenMix> heard = List.of();
        MessageToken said;
        int kind = random.nextInt(20);
        if (kind < 8) {
            List<Integer> candidates = set.stream().map(c -> id("c" + c)).toList();
            said = MessageToken.anyOf(Draws.one(candidates, random), candidates);
        } else {
            int last = Draws.one(set, random);
            boolean rejected = kind < 17;
            String verdict = rejected ? REJECTED : "o" + random.nextInt(ForkTables.OUTPUTS);
            heard = TokenMix.each(List.of(id("c" + last), id(verdict)));
            int next = (ForkTables.family(last) + 1) % ForkTables.FAMILIES;
            said = MessageToken.of(id("c" + (rejected ? set.get(next) : last)));
        }
        List<MessageToken> message = List.of(said, MessageToken.of(id(Vocabulary.EOM)));
        return new AgentExample(prompt(PLANNER, question, Map.of(FEEDBACK, heard)), message, noise);
    }

    /** Half single candidates, half mixtures of four of which one is valid. */
    private AgentExample solverExample(String question, double noise, RandomGenerator random) {
        List<Integer> set = ForkTables.candidateSet(random);
        int valid = ForkTables.validOf(set);
        int meant = valid;
        List<TokenMix> slot = new ArrayList<>();
        if (random.nextBoolean()) {
            slot.add(mixture(set, set.indexOf(valid), random));
        } else {
            meant = random.nextBoolean() ? valid : Draws.one(set, random);
            slot.add(TokenMix.of(id("c" + meant)));
        }
        if (random.nextInt(10) < 7) { // text ends at the end of message, thoughts hold it
            slot.add(TokenMix.of(id(Vocabulary.EOM)));
        }
        String verdict = ForkTables.valid(meant) ? "o" + tables.output(meant) : REJECTED;
        List<MessageToken> message = MessageToken.each(List.of(id("c" + meant), id(verdict)));
        return new AgentExample(prompt(SOLVER, question, Map.of(PLANNER, slot)), message, noise);
    }

    private TokenMix mixture(List<Integer> set, int valid, RandomGenerator random) {
        List<Double> shares;
        do {
            shares = Draws.dirichlet(set.size(), 4, random);
        } while (shares.get(valid) < LEAST_VALID_SHARE);
        return new TokenMix(set.stream().map(c -> id("c" + c)).toList(), shares);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.last(decoded, "o");
    }

    /** None: which candidate is offered first is up to the trained planner. */
    @Override
    public List<Turn> trace(Question question, int rounds) {
        return List.of();
    }
}
