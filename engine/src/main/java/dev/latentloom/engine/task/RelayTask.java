package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Relay: three secret permutations of 32 entities, one known to each agent. A question is a start
 * entity and a path of one to six relation letters; the answer is where the path ends. Each agent
 * takes the path up where the last one stopped and goes on while the letters are its own, so a
 * question needs one round more than its path has descents.
 */
public final class RelayTask implements MiniatureTask {
    static final int ENTITIES = 32;
    static final int LONGEST = 6;
    static final int MESSAGE = 8;
    static final int MOST_ROUNDS = 3;
    static final String LETTERS = "ABC";
    static final List<String> AGENTS = List.of("planner", "critic", "solver");

    private static final long TABLE_SEED = 20_260_001L;
    private static final List<String> ROLES = List.of("ROLE_P", "ROLE_C", "ROLE_S");
    private static final List<String> SLOTS = List.of("feedback", "planner", "critic");

    private final Vocabulary vocabulary = new Vocabulary(words());
    private final RelayTables tables = new RelayTables(ENTITIES, LETTERS, TABLE_SEED);
    private final AgentGraph graph = team();
    private final ItemPool pool = new ItemPool(allItems(), new SplitShares(60, 20));
    private final RelayExamples examples = new RelayExamples(this);

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ENTITIES; i++) {
            words.add("e" + i);
        }
        words.addAll(List.of("A", "B", "C", "."));
        words.addAll(ROLES);
        words.addAll(List.of("[", "]", "OUT"));
        for (int i = 0; i <= LONGEST; i++) {
            words.add("P" + i);
        }
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

    private List<TaskItem> allItems() {
        List<TaskItem> items = new ArrayList<>();
        for (int length = 1; length <= LONGEST; length++) {
            List<String> paths = tables.paths(length);
            paths.removeIf(path -> tables.roundsNeeded(path) > MOST_ROUNDS);
            for (String path : paths) {
                for (int start = 0; start < ENTITIES; start++) {
                    // every length is asked equally often
                    items.add(item(start, path, 1.0 / paths.size()));
                }
            }
        }
        return items;
    }

    private TaskItem item(int start, String path, double weight) {
        int rounds = tables.roundsNeeded(path);
        String answer = "e" + tables.walk(start, path);
        Map<String, String> fields =
                Map.of("start", "e" + start, "path", path, "rounds", "" + rounds);
        return new TaskItem(Question.of(text(start, path), answer, fields), rounds, weight);
    }

    /** A question's words: the start, the path's letters, and dots up to the longest path. */
    static String text(int start, String path) {
        StringBuilder text = new StringBuilder("e" + start);
        for (int i = 0; i < LONGEST; i++) {
            text.append(' ').append(i < path.length() ? path.charAt(i) : '.');
        }
        return text.toString();
    }

    RelayTables tables() {
        return tables;
    }

    /** The slot of an agent's prompt, by its place in the order. */
    static String slotOf(int agent) {
        return SLOTS.get(agent);
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public AgentGraph graph() {
        return graph;
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan("planner", TinyShape.llama(64, 2, 4), 500, 128, 3e-3),
                new AgentPlan("critic", TinyShape.qwen3(96, 2, 4), 500, 128, 3e-3),
                new AgentPlan("solver", TinyShape.llama(80, 2, 4), 500, 128, 3e-3));
    }

    @Override
    public List<TaskItem> items(Split split, int count, long seed) {
        return pool.draw(split, count, seed);
    }

    @Override
    public TaskItem trainingItem(RandomGenerator random) {
        return pool.training(random);
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
        String text = question.text();
        String path = text.replaceAll("[^" + LETTERS + "]", "");
        int entity = Integer.parseInt(text.substring(1, text.indexOf(' ')));
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
