package dev.latentloom.engine.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the agents of Trio learn from. */
final class TrioExamples {
    private static final double MOST_NOISE = 0.3;
    private static final int CONCENTRATION = 8; // mixtures near those an expert's softmax makes

    private final TrioTask task;

    TrioExamples(TrioTask task) {
        this.task = task;
    }

    /** A quarter first rounds; with feedback, mostly the next hop, else a repetition. */
    AgentExample expert(int expert, RandomGenerator random) {
        String agent = TrioTask.EXPERTS.get(expert);
        boolean first = random.nextInt(4) == 0;
        boolean repeats = !first && random.nextInt(4) == 0;
        String question;
        int hops;
        do {
            question = task.trainingQuestion(random).text();
            hops = hops(question);
        } while (!first && !repeats && hops == 1);
        List<TokenMix> heard = List.of();
        MessageToken said;
        int pointer = 1;
        if (first) {
            int cue = Integer.parseInt(question.split(" ", -1)[expert].substring(1));
            said = member(task.tables().cueSet(expert, cue), random);
        } else {
            int object = random.nextInt(TrioTables.OBJECTS);
            int done = repeats ? hops : 1 + random.nextInt(hops - 1);
            heard = TokenMix.each(List.of(task.id("y" + object), task.id("P" + done)));
            pointer = repeats ? done : done + 1;
            said =
                    repeats
                            ? MessageToken.of(task.id("y" + object))
                            : member(task.tables().objectSet(expert, object), random);
        }
        return new AgentExample(
                task.prompt(agent, question, Map.of("feedback", heard)),
                List.of(said, MessageToken.of(task.id("P" + pointer))),
                random.nextDouble() * MOST_NOISE);
    }

    private MessageToken member(List<Integer> set, RandomGenerator random) {
        List<Integer> ids = objects(set);
        return MessageToken.anyOf(Draws.one(ids, random), ids);
    }

    /** Random sets: 60 % mixtures, 25 % one member of each, 15 % three times the same object. */
    AgentExample summarizer(RandomGenerator random) {
        String question = task.trainingQuestion(random).text();
        int object = random.nextInt(TrioTables.OBJECTS);
        List<List<Integer>> sets = TrioTables.setsSharing(object, random);
        int kind = random.nextInt(20);
        TokenMix pointer = TokenMix.of(task.id("P" + (1 + random.nextInt(hops(question)))));
        Map<String, List<TokenMix>> slots = new HashMap<>();
        for (int expert = 0; expert < TrioTables.EXPERTS; expert++) {
            List<Integer> set = sets.get(expert);
            TokenMix said;
            if (kind < 12) {
                said = mixture(set, random);
            } else {
                int one = kind < 17 ? Draws.one(set, random) : object;
                said = TokenMix.of(task.id("y" + one));
            }
            slots.put(TrioTask.EXPERTS.get(expert), List.of(said, pointer));
        }
        return new AgentExample(
                task.prompt(TrioTask.SUMMARIZER, question, slots),
                MessageToken.each(List.of(task.id("y" + object), pointer.ids().getFirst())),
                random.nextDouble() * MOST_NOISE);
    }

    private TokenMix mixture(List<Integer> set, RandomGenerator random) {
        return new TokenMix(objects(set), Draws.dirichlet(set.size(), CONCENTRATION, random));
    }

    private List<Integer> objects(List<Integer> set) {
        return set.stream().map(object -> task.id("y" + object)).toList();
    }

    private static int hops(String question) {
        return question.charAt(question.length() - 1) - '0';
    }
}
