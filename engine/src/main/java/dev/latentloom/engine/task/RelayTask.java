package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Relay: three secret permutations of 32 entities, one known to each agent. A question is a start
 * entity and a path of one to six relation letters; the answer is where the path ends. Each agent
 * takes the path up where the last one stopped and goes on while the letters are its own, so a
 * question needs one round more than its path has descents.
 */
public final class RelayTask extends PooledTask {
    static final int ENTITIES = 32;
    static final int MESSAGE = 8;
    static final int MOST_ROUNDS = 3;
    static final String LETTERS = "ABC";
    static final List<String> AGENTS = List.of("planner", "critic", "solver");

    private static final long TABLE_SEED = 20_260_001L;
    private static final List<String> ROLES = List.of("ROLE_P", "ROLE_C", "ROLE_S");
    private static final List<String> SLOTS = List.of("feedback", "planner", "critic");

    private final RelayTables tables;
    private final RelayExamples examples = new RelayExamples(this);

    /** Makes the task; its tables are always the same. */
    public RelayTask() {
        this(new RelayTables(ENTITIES, LETTERS, TABLE_SEED));
    }

    private RelayTask(RelayTables tables) {
        super(words(), team(), allItems(tables), new SplitShares(60, 20));
        this.tables = tables;
    }

    private static List<String> words() {
        List<String> words = Vocabulary.numbered("e", ENTITIES);
        words.addAll(List.of("A", "B", "C", "."));
        words.addAll(ROLES);
        words.addAll(List.of("[", "]", "OUT"));
        words.addAll(Vocabulary.numbered("P", PathQuestion.LONGEST + 1));
        return words;
    }

    private static AgentGraph team() {
        List<String> names = List.of("Planner", "Critic", "Solver");
        var agents = new ArrayList<Agent>();
        var edges = new ArrayList<Edge>();
        for (int k = 0; k < AGENTS.size(); k++) {
            String prompt =
                    "<bos> %s {{question}} [ {{%s}} ] OUT".formatted(ROLES.get(k), SLOTS.get(k));
            agents.add(TinyAgents.agent(AGENTS.get(k), names.get(k), prompt, MESSAGE));
            int next = (k + 1) % AGENTS.size();
            edges.add(TinyAgents.edge(AGENTS.get(k), AGENTS.get(next), SLOTS.get(next)));
        }
        return new AgentGraph("relay", "sequential", agents, edges, "solver", MOST_ROUNDS);
    }

    private static List<TaskItem> allItems(RelayTables tables) {
        List<TaskItem> items = new ArrayList<>();
        for (int length = 1; length <= PathQuestion.LONGEST; length++) {
            List<String> paths = tables.paths(length);
            paths.removeIf(path -> tables.roundsNeeded(path) > MOST_ROUNDS);
            for (String path : paths) {
                for (int start = 0; start < ENTITIES; start++) {
                    // every length is asked equally often
                    double weight = 1.0 / paths.size();
                    int rounds = tables.roundsNeeded(path);
                    items.add(new PathQuestion(start, path).item(tables, rounds, weight));
                }
            }
        }
        return items;
    }

    RelayTables tables() {
        return tables;
    }

    /** The slot of an agent's prompt, by its place in the order. */
    static String slotOf(int agent) {
        return SLOTS.get(agent);
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan("planner", TinyShape.llama(64, 2, 4), 4800, 64, 3e-3),
                new AgentPlan("critic", TinyShape.qwen3(96, 2, 4), 3600, 64, 3e-3),
                new AgentPlan("solver", TinyShape.llama(80, 2, 4), 4800, 64, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        return examples.draw(AGENTS.indexOf(agent), random);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.lastBefore(decoded, "e", "P");
    }

    @Override
    public List<Turn> trace(Question question, int rounds) {
        PathQuestion asked = PathQuestion.of(question);
        String path = asked.path();
        int entity = asked.start();
        int at = 0;
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (int k = 0; k < AGENTS.size(); k++) {
                int stop = tables.stop(path, at, k);
                List<String> message = tables.message(entity, path.substring(at, stop));
                entity = Integer.parseInt(message.getLast().substring(1));
                at = stop;
                message.add("P" + at);
                turns.add(new Turn(round, AGENTS.get(k), String.join(" ", message)));
            }
        }
        return turns;
    }
}
