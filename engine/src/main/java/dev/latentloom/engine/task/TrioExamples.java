package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the agents of Trio learn from. */
final class TrioExamples {
    private static final double MOST_NOISE = 0.3;
    private static final int CONCENTRATION = 8; // mixtures near those an expert's softmax makes

    private static final int KINDS = 20;
    private static final int MIXED = 12; // of them, with mixtures in the slots
    private static final int SAME = 17; // from here on, with the same object three times

    private final TrioTask task;

    TrioExamples(TrioTask task) {
        this.task = task;
    }

    /** A quarter first rounds; with feedback, mostly the next hop, else a repetition. */
    AgentExample expert(int expert, RandomGenerator random) {
        String agent = task.team().experts().get(expert);
        boolean first = random.nextInt(4) == 0;
        boolean repeats = !first && random.nextInt(4) == 0;
        String question;
        int hops;
        do {
            question = task.trainingQuestion(random).text();
            hops = hops(question);
        } while (!first && !repeats && hops == 1);
        List<TokenMix> heard = List.of();
        List<MessageToken> said;
        int pointer = 1;
        if (first) {
            int cue = Integer.parseInt(question.split(" ", -1)[expert].substring(1));
            said = told(task.tables().cueSet(expert, cue), random);
        } else {
            int object = random.nextInt(TrioTables.OBJECTS);
            int done = repeats ? hops : 1 + random.nextInt(hops - 1);
            heard = TokenMix.each(List.of(task.id("y" + object), task.id("P" + done)));
            pointer = repeats ? done : done + 1;
            said =
                    repeats
                            ? List.of(MessageToken.of(task.id("y" + object)))
                            : told(task.tables().objectSet(expert, object), random);
        }
        List<MessageToken> message = new ArrayList<>(said);
        message.add(MessageToken.of(task.id("P" + pointer)));
        return new AgentExample(
                task.prompt(agent, question, Map.of("feedback", heard)),
                message,
                random.nextDouble() * MOST_NOISE);
    }

    /** Any member of a set; or the whole set, where the team lists. */
    private List<MessageToken> told(List<Integer> set, RandomGenerator random) {
        List<Integer> ids = objects(set);
        return listing()
                ? MessageToken.each(ids)
                : List.of(MessageToken.anyOf(Draws.one(ids, random), ids));
    }

    private boolean listing() {
        return task.team() == TrioTeam.LISTING;
    }

    /**
     * Random sets: 60 % mixtures, 25 % one member of each, 15 % three times the same object; where
     * the team lists, 85 % whole sets.
     */
    AgentExample summarizer(RandomGenerator random) {
        String question = task.trainingQuestion(random).text();
        int object = random.nextInt(TrioTables.OBJECTS);
        List<List<Integer>> sets = TrioTables.setsSharing(object, random);
        int kind = random.nextInt(KINDS);
        TokenMix pointer = TokenMix.of(task.id("P" + (1 + random.nextInt(hops(question)))));
        Map<String, List<TokenMix>> slots = new HashMap<>();
        for (int expert = 0; expert < TrioTables.EXPERTS; expert++) {
            List<Integer> set = sets.get(expert);
            List<TokenMix> said = new ArrayList<>();
            if (kind < SAME && listing()) {
                said.addAll(TokenMix.each(objects(set)));
            } else if (kind < MIXED) {
                said.add(mixture(set, random));
            } else {
                int one = kind < SAME ? Draws.one(set, random) : object;
                said.add(TokenMix.of(task.id("y" + one)));
            }
            said.add(pointer);
            slots.put(task.team().experts().get(expert), said);
        }
        return new AgentExample(
                task.prompt(task.team().summarizer(), question, slots),
                MessageToken.each(List.of(task.id("y" + object), pointer.ids().getFirst())),
                random.nextDouble() * MOST_NOISE);
    }

    private TokenMix mixture(List<Integer> set, RandomGenerator random) {
        return new TokenMix(objects(set), Draws.dirichlet(set.size(), CONCENTRATION, random));
    }

    private List<Integer> objects(List<Integer> set) {
        return set.stream().sorted().map(object -> task.id("y" + object)).toList();
    }

    private static int hops(String question) {
        return question.charAt(question.length() - 1) - '0';
    }
}
