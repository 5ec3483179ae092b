package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a relay agent learns from. The slot holds a message of the right form whose entities are
 * random, so nothing about another agent's permutation can be learned from it. It is cut right
 * after the pointer or at any later length: thoughts may be fewer than the longest message, and
 * text ends at its end of message. A third of the examples are long runs of the agent's own
 * letters.
 */
final class RelayExamples {
    private static final double MOST_NOISE = 0.6;
    private static final int RARE_OUT_OF = 8;

    private final RelayTask task;

    RelayExamples(RelayTask task) {
        this.task = task;
    }

    AgentExample draw(int agent, RandomGenerator random) {
        boolean rare = random.nextInt(3) == 0;
        PathQuestion asked = rare ? longRun(agent, random) : question(random);
        String path = asked.path();
        int start = asked.start();
        List<Integer> places = turnsOf(agent, path);
        int turn = rare ? longest(agent, path, places) : random.nextInt(places.size());
        int at = places.get(turn);
        List<String> received = List.of();
        int entity = start;
        if (agent > 0 || turn > 0) {
            received = received(agent, path, at, start, random);
            entity = Integer.parseInt(received.get(received.size() - 2).substring(1));
        }
        int stop = task.tables().stop(path, at, agent);
        List<String> said = task.tables().message(entity, path.substring(at, stop));
        said.add("P" + stop);
        List<TokenMix> slot = TokenMix.each(task.ids(cut(received, random)));
        List<PromptToken> prompt =
                task.prompt(
                        RelayTask.AGENTS.get(agent),
                        asked.text(),
                        Map.of(RelayTask.slotOf(agent), slot));
        return new AgentExample(
                prompt,
                MessageToken.each(task.ids(padded(said))),
                random.nextDouble() * MOST_NOISE);
    }

    private PathQuestion question(RandomGenerator random) {
        return PathQuestion.of(task.trainingItem(random).question());
    }

    /** The one of several questions that asks most of an agent in one turn: such are rare. */
    private PathQuestion longRun(int agent, RandomGenerator random) {
        return Stream.generate(() -> question(random))
                .limit(RARE_OUT_OF)
                .max(Comparator.comparingInt(asked -> longestRun(agent, asked.path())))
                .orElseThrow();
    }

    private int longestRun(int agent, String path) {
        List<Integer> places = turnsOf(agent, path);
        return run(agent, path, places.get(longest(agent, path, places)));
    }

    /** The turn, counted from 0, in which an agent applies most letters. */
    private int longest(int agent, String path, List<Integer> places) {
        int best = 0;
        for (int turn = 1; turn < places.size(); turn++) {
            if (run(agent, path, places.get(turn)) > run(agent, path, places.get(best))) {
                best = turn;
            }
        }
        return best;
    }

    private int run(int agent, String path, int at) {
        return task.tables().stop(path, at, agent) - at;
    }

    /**
     * Where in the path each of an agent's turns begins, up to one turn with nothing left to do.
     */
    private List<Integer> turnsOf(int agent, String path) {
        List<Integer> places = new ArrayList<>();
        int at = 0;
        boolean idle = false;
        while (!idle) {
            idle = at == path.length();
            for (int k = 0; k < RelayTask.AGENTS.size(); k++) {
                if (k == agent) {
                    places.add(at);
                }
                at = task.tables().stop(path, at, k);
            }
        }
        return places;
    }

    /** The sender's message that ends at {@code at}, with random entities, pointer last. */
    private List<String> received(
            int agent, String path, int at, int start, RandomGenerator random) {
        int sender = (agent + RelayTask.AGENTS.size() - 1) % RelayTask.AGENTS.size();
        int from = at;
        while (from > 0 && RelayTask.LETTERS.indexOf(path.charAt(from - 1)) == sender) {
            from--;
        }
        if (at == path.length() && random.nextBoolean()) {
            from = at; // in idle rounds the sender has nothing to apply either
        }
        List<String> message = new ArrayList<>();
        message.add("e" + (from == 0 ? start : random.nextInt(RelayTask.ENTITIES)));
        for (int i = from; i < at; i++) {
            message.add("e" + random.nextInt(RelayTask.ENTITIES));
        }
        message.add("P" + at);
        return message;
    }

    /** A message as it arrives: in full length, cut at its pointer, or anywhere between. */
    private List<String> cut(List<String> message, RandomGenerator random) {
        if (message.isEmpty()) {
            return message;
        }
        int spare = RelayTask.MESSAGE - message.size();
        int kept =
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> spare;
                    default -> random.nextInt(spare + 1);
                };
        return padded(message).subList(0, message.size() + kept);
    }

    private static List<String> padded(List<String> message) {
        List<String> full = new ArrayList<>(message);
        while (full.size() < RelayTask.MESSAGE) {
            full.add(Vocabulary.EOM);
        }
        return full;
    }
}
