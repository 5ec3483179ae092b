package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Errata: the caller looks words up in a dictionary that is partly outdated and computes with an
 * exact calculator modulo 31; the reflector knows the operator words, which entries are outdated
 * and how outdated values are mended, but no entry. It can correct only a draft it has seen, so a
 * question with an outdated word needs a second round, but for lucky ones.
 */
public final class ErrataTask extends PooledTask {
    /** What the calculator computes with. */
    public static final int MODULUS = ErrataTables.MODULUS;

    static final String REFLECTOR = "reflector";
    static final String CALLER = "caller";

    private static final long TABLE_SEED = 20_260_005L;
    private static final int DRAFT = 5;
    private static final int REMARK = 3;
    private static final int ANSWER_TOKENS = 12; // expression, result, answer and their marks

    private final ErrataTables tables;
    private final ErrataExamples examples = new ErrataExamples(this);

    /** Makes the task; its tables are always the same. */
    public ErrataTask() {
        this(new ErrataTables(TABLE_SEED));
    }

    private ErrataTask(ErrataTables tables) {
        super(words(), team(), tables.items(), new SplitShares(60, 20));
        this.tables = tables;
    }

    private static List<String> words() {
        List<String> words = Vocabulary.numbered("w", ErrataTables.WORDS);
        words.addAll(Vocabulary.numbered("", ErrataTables.MODULUS));
        words.addAll(Vocabulary.numbered("f", ErrataTables.OPERATOR_WORDS));
        words.addAll(ErrataTables.OPERATORS);
        words.addAll(List.of("NIL", "<calc>", "</calc>", "<result>", "</result>", "ANS"));
        words.addAll(List.of("ROLE_R", "ROLE_C", "[", "]", "OUT"));
        return words;
    }

    private static AgentGraph team() {
        String reflects =
                "<bos> ROLE_R {{question}} {{#feedback}}[ {{feedback}} ]{{/feedback}} OUT";
        Agent caller =
                Agent.of(
                                CALLER,
                                "Tool caller",
                                "<bos> ROLE_C [ {{reflector}} ] {{question}} OUT",
                                DRAFT,
                                ANSWER_TOKENS)
                        .withModel("models/" + CALLER)
                        .withTools("calculator:" + MODULUS);
        return new AgentGraph(
                "errata",
                "deliberation",
                List.of(TinyAgents.agent(REFLECTOR, "Reflector", reflects, REMARK), caller),
                List.of(
                        TinyAgents.edge(REFLECTOR, CALLER, REFLECTOR),
                        TinyAgents.edge(CALLER, REFLECTOR, "feedback")),
                CALLER,
                2);
    }

    ErrataTables tables() {
        return tables;
    }

    @Override
    public List<AgentPlan> plans() {
        return List.of(
                new AgentPlan(REFLECTOR, TinyShape.qwen3(96, 2, 4), 300, 128, 3e-3),
                new AgentPlan(CALLER, TinyShape.llama(64, 2, 4), 400, 128, 3e-3));
    }

    @Override
    public AgentExample example(String agent, RandomGenerator random) {
        return agent.equals(REFLECTOR) ? examples.reflector(random) : examples.caller(random);
    }

    @Override
    public String readOut(String decoded) {
        return ReadOut.after(decoded, "ANS");
    }

    @Override
    public List<Turn> trace(Question question, int rounds) {
        Expression asked = Expression.of(question);
        String operator = tables.operator(asked.operatorWord());
        int a = tables.entry(asked.left());
        int b = tables.entry(asked.right());
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            String remark = "NIL " + operator + " NIL";
            if (round > 1) {
                a = tables.corrected(asked.left(), a);
                b = tables.corrected(asked.right(), b);
                remark = a + " " + operator + " " + b;
            }
            turns.add(new Turn(round, REFLECTOR, remark));
            String draft = "<calc> " + a + " " + operator + " " + b + " </calc>";
            turns.add(new Turn(round, CALLER, draft));
        }
        return turns;
    }

    /** The three words of a question, by number. */
    record Expression(int left, int operatorWord, int right) {
        static Expression of(Question question) {
            List<Integer> numbers =
                    List.of(question.text().split(" ", -1)).stream()
                            .map(word -> Integer.parseInt(word.substring(1)))
                            .toList();
            return new Expression(numbers.get(0), numbers.get(1), numbers.get(2));
        }
    }
}
