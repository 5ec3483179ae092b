package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the agents of Errata learn from. */
final class ErrataExamples {
    private static final double MOST_NOISE = 0.6;

    private final ErrataTask task;

    ErrataExamples(ErrataTask task) {
        this.task = task;
    }

    /** A third without a draft; the drafts' values are random, so no entry can be learned. */
    AgentExample reflector(RandomGenerator random) {
        Question question = task.trainingQuestion(random);
        ErrataTask.Expression asked = ErrataTask.Expression.of(question);
        String operator = task.tables().operator(asked.operatorWord());
        List<TokenMix> heard = List.of();
        List<String> said = List.of("NIL", operator, "NIL");
        if (random.nextInt(3) > 0) {
            int a = plausible(asked.left(), random);
            int b = plausible(asked.right(), random);
            String heardOperator =
                    random.nextInt(5) == 0 ? Draws.one(ErrataTables.OPERATORS, random) : operator;
            heard =
                    TokenMix.each(
                            task.ids(List.of("<calc>", "" + a, heardOperator, "" + b, "</calc>")));
            said =
                    List.of(
                            "" + task.tables().corrected(asked.left(), a),
                            operator,
                            "" + task.tables().corrected(asked.right(), b));
        }
        return new AgentExample(
                task.prompt(ErrataTask.REFLECTOR, question.text(), Map.of("feedback", heard)),
                MessageToken.each(task.ids(said)),
                random.nextDouble() * MOST_NOISE);
    }

    /** A value a draft might hold: outdated words have old values or, once corrected, new ones. */
    private int plausible(int word, RandomGenerator random) {
        return random.nextInt(
                task.tables().outdated(word) ? 2 * ErrataTables.OLD_VALUES : ErrataTables.MODULUS);
    }

    /**
     * Half without values to take over; operators and results are random, so neither an operator
     * word nor arithmetic can be learned. After its draft the caller ends its message, unless the
     * tool's result comes first.
     */
    AgentExample caller(RandomGenerator random) {
        Question question = task.trainingQuestion(random);
        ErrataTask.Expression asked = ErrataTask.Expression.of(question);
        String operator = Draws.one(ErrataTables.OPERATORS, random);
        List<String> slot = List.of("NIL", operator, "NIL");
        int a = task.tables().entry(asked.left());
        int b = task.tables().entry(asked.right());
        if (random.nextBoolean()) {
            a = random.nextInt(ErrataTables.MODULUS);
            b = random.nextInt(ErrataTables.MODULUS);
            slot = List.of("" + a, operator, "" + b);
        }
        List<String> draft = List.of("<calc>", "" + a, operator, "" + b, "</calc>");
        String result = "" + random.nextInt(ErrataTables.MODULUS);
        int end = task.id(Vocabulary.EOM);
        List<MessageToken> message = new ArrayList<>(MessageToken.each(task.ids(draft)));
        message.add(new MessageToken(task.id("<result>"), TokenMix.of(end), 1));
        message.add(MessageToken.given(task.id(result)));
        message.add(MessageToken.given(task.id("</result>")));
        message.addAll(MessageToken.each(List.of(task.id("ANS"), task.id(result), end)));
        return new AgentExample(
                task.prompt(
                        ErrataTask.CALLER,
                        question.text(),
                        Map.of(ErrataTask.REFLECTOR, TokenMix.each(task.ids(slot)))),
                message,
                random.nextDouble() * MOST_NOISE);
    }
}
