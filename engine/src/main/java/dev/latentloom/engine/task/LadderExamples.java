package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the agents of Ladder learn from. */
final class LadderExamples {
    private static final double MOST_NOISE = 0.6;
    private static final double FIRST_ROUND_WEIGHT = 0.5;

    private final LadderTask task;

    LadderExamples(LadderTask task) {
        this.task = task;
    }

    /**
     * A quarter first rounds at half weight; the rest goes on from a random entity, which it hears
     * of from the learner or, one time in four, from a message such as its own.
     */
    AgentExample expert(RandomGenerator random) {
        boolean first = random.nextInt(4) == 0;
        boolean continues = !first && random.nextInt(3) > 0;
        PathQuestion asked = question(continues, random);
        int entity = asked.start();
        int at = 0;
        List<TokenMix> heard = List.of();
        if (!first) {
            entity = random.nextInt(LadderTask.ENTITIES);
            at = continues ? LadderTask.HOPS : 1 + random.nextInt(asked.path().length());
            heard = TokenMix.each(task.ids(heard(entity, at, random)));
        }
        List<String> said = LadderTask.padded(task.message(entity, asked.path(), at));
        double weight = first ? FIRST_ROUND_WEIGHT : 1;
        return new AgentExample(
                task.prompt(LadderTask.EXPERT, asked.text(), Map.of("feedback", heard)),
                MessageToken.each(task.ids(said)).stream().map(t -> t.weighing(weight)).toList(),
                random.nextDouble() * MOST_NOISE);
    }

    /** Where the path was left: the learner's word, or a trace of random entities before it. */
    private static List<String> heard(int entity, int at, RandomGenerator random) {
        List<String> message = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            int hops = at > LadderTask.HOPS ? at - LadderTask.HOPS : at;
            for (int i = 0; i < hops; i++) {
                message.add("e" + random.nextInt(LadderTask.ENTITIES));
            }
        }
        message.add("e" + entity);
        message.add("P" + at);
        return message;
    }

    private PathQuestion question(boolean mustContinue, RandomGenerator random) {
        PathQuestion asked;
        do {
            asked = PathQuestion.of(task.trainingQuestion(random));
        } while (mustContinue && asked.path().length() <= LadderTask.HOPS);
        return asked;
    }

    /** Reads random traces: in full, as text ends, or cut before the pointer could come. */
    AgentExample learner(RandomGenerator random) {
        PathQuestion asked = question(false, random);
        int length = asked.path().length();
        int at = random.nextInt(3) * LadderTask.HOPS; // first round, second, or nothing left
        at = Math.min(at, length);
        int stop = Math.min(length, at + LadderTask.HOPS);
        List<String> trace = new ArrayList<>();
        for (int i = at; i <= stop; i++) {
            trace.add("e" + random.nextInt(LadderTask.ENTITIES));
        }
        String entity = trace.getLast();
        trace.add("P" + stop);
        List<String> slot =
                switch (random.nextInt(8)) {
                    case 0 -> LadderTask.padded(trace).subList(0, LadderTask.MESSAGE - 1);
                    case 1, 2 -> trace;
                    default -> LadderTask.padded(trace);
                };
        MessageToken pointer = MessageToken.of(task.id("P" + stop));
        boolean readable = slot.contains("P" + stop);
        return new AgentExample(
                task.prompt(
                        LadderTask.LEARNER,
                        asked.text(),
                        Map.of(LadderTask.EXPERT, TokenMix.each(task.ids(slot)))),
                List.of(MessageToken.of(task.id(entity)), readable ? pointer : pointer.weighing(0)),
                random.nextDouble() * MOST_NOISE);
    }
}
