package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ladder: a deep expert knows three permutations of 32 entities and follows a path, at most three
 * letters a message; a shallow learner knows none and only reads the expert's message out. Paths of
 * one to three letters need one round, longer ones two.
 */
public final class LadderTask extends PooledTask {
    static final int ENTITIES = 32;
    static final int HOPS = 3;
    static final int MESSAGE = 5;
    static final String EXPERT = "expert";
    static final String LEARNER = "learner";

    private static final String LETTERS = "ABC";
    private static final long TABLE_SEED = 20_260_004L;

    private final RelayTables tables;
    private final LadderExamples examples = new LadderExamples(this);

    /** Makes the task; its tables are always the same. */
    public LadderTask() {
        this(new RelayTables(ENTITIES, LETTERS, TABLE_SEED));
    }

    private LadderTask(RelayTables tables) {
        // short paths are few: a large test share keeps 1,000 questions, half of them short
        super(words(), team(), allItems(tables), new SplitShares(39, 20));
        this.tables = tables;
    }

    private static List<String> words() {
        List<String> words = Vocabulary.numbered("e", ENTITIES);
        words.addAll(List.of("A", "B", "C", ".", "ROLE_E", "ROLE_L", "[", "]", "OUT"));
        words.addAll(Vocabulary.numbered("P", PathQuestion.LONGEST + 1));
        return words;
    }

    private static AgentGraph team() {
        String computes =
                "<bos> ROLE_E {{question}} {{#feedback}}[ {{feedback}} ]{{/feedback}} OUT";
        String reads = "<bos> ROLE_L [ {{expert}} ] {{question}} OUT";
        return new AgentGraph(
                "ladder",
                "distillation",
                List.of(
                        TinyAgents.agent(EXPERT, "Expert", computes, MESSAGE),
                        TinyAgents.agent(LEARNER, "Learner", reads, 2)),
                List.of(
                        TinyAgents.edge(EXPERT, LEARNER, EXPERT),
                        TinyAgents.edge(LEARNER, EXPERT, "feedback")),
                LEARNER,
                2);
    }

    private static List<TaskItem> allItems(RelayTables tables) {
        List<TaskItem> items = new ArrayList<>();
        for (int length = 1; length <= PathQuestion.LONGEST; length++) {
            List<String> paths = tables.paths(length);
            int rounds = length <= HOPS ? 1 : 2;
            for (String path : paths) {
                for (int start = 0; start < ENTITIES; start++) {
                    // every length is asked equally often
                    items.add(
                            new PathQuestion(start, path).item(tables, rounds, 1.0 / paths.size()));
                }
            }
        }
        return items;
    }

    /** The expert's message from a place of the path on: entities, then the pointer. */
    List<String> message(int entity, String path, int at) {
        int stop = Math.min(path.length(), at + HOPS);
        List<String> message = tables.message(entity, path.substring(at, stop));
        message.add("P" + stop);
        return message;
    }

    /** A message with ends of message up to its full length. */
    static List<String> padded(List<String> message) {
        List<String> full = new ArrayList<>(message);
        while (full.size() < MESSAGE) {
            full.add(Vocabulary.EOM);
        }
        return full;
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan(EXPERT, TinyShape.llama(96, 4, 4), 1000, 128, 3e-3),
                new AgentPlan(LEARNER, TinyShape.llama(48, 1, 4), 600, 128, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        return agent.equals(EXPERT) ? examples.expert(random) : examples.learner(random);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.lastBefore(decoded, "e", "P");
    }

    @Override
    public List<Turn> trace(Question question, int rounds) {
        PathQuestion asked = PathQuestion.of(question);
        int entity = asked.start();
        int at = 0;
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            List<String> message = message(entity, asked.path(), at);
            entity = Integer.parseInt(message.get(message.size() - 2).substring(1));
            at = Math.min(asked.path().length(), at + HOPS);
            turns.add(new Turn(round, EXPERT, String.join(" ", message)));
            turns.add(new Turn(round, LEARNER, "e" + entity + " P" + at));
        }
        return turns;
    }
}
