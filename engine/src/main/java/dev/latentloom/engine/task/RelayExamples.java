package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a relay agent learns from. The slot holds a message of the right form whose entities are
 * random, so nothing about another agent's permutation can be learned from it. Thoughts may be
 * fewer than a message is long, so three messages of four end at their pointer or anywhere after
 * it; one of four ends at any of its entities, and the agent goes on from there: where that is
 * follows from the path, the sender's letter and the number of entities. A quarter of the examples
 * are long runs of the agent's own letters.
 */
final class RelayExamples {
    private static final double MOST_NOISE = 0.6;
    private static final int RARE_OUT_OF = 8;

    private final RelayTask task;

    RelayExamples(RelayTask task) {
        this.task = task;
    }

    AgentExample draw(int agent, RandomGenerator random) {
        Heard heard = random.nextInt(4) == 0 ? cutShort(agent, random) : whole(agent, random);
        String path = heard.asked().path();
        int stop = task.tables().stop(path, heard.at(), agent);
        List<String> said = task.tables().message(heard.entity(), path.substring(heard.at(), stop));
        said.add("P" + stop);
        List<TokenMix> slot = TokenMix.each(task.ids(heard.words()));
        List<PromptToken> prompt =
                task.prompt(
                        RelayTask.AGENTS.get(agent),
                        heard.asked().text(),
                        Map.of(RelayTask.slotOf(agent), slot));
        return new AgentExample(
                prompt,
                MessageToken.each(task.ids(padded(said))),
                random.nextDouble() * MOST_NOISE);
    }

    /** What an agent finds in its slot, and the entity and the place in the path that tells. */
    private record Heard(PathQuestion asked, int at, int entity, List<String> words) {}

    /** A message with its pointer, or none at the first turn of all. */
    private Heard whole(int agent, RandomGenerator random) {
        boolean rare = random.nextInt(3) == 0;
        PathQuestion asked = rare ? longRun(agent, random) : question(random);
        List<Integer> places = turnsOf(agent, asked.path());
        int turn = rare ? longest(agent, asked.path(), places) : random.nextInt(places.size());
        int at = places.get(turn);
        boolean again = random.nextInt(6) == 0; // an earlier turn of its own was cut short
        if (agent == 0 && turn == 0 && !again) {
            return new Heard(asked, at, asked.start(), List.of());
        }
        at += again ? random.nextInt(run(agent, asked.path(), at) + 1) : 0;
        List<String> message = received(agent, asked, at, random);
        int entity = entity(message.get(message.size() - 2));
        return new Heard(asked, at, entity, cut(message, random));
    }

    /** A message that ends at one of its entities. */
    private Heard cutShort(int agent, RandomGenerator random) {
        int sender = senderTo(agent);
        boolean rare = random.nextBoolean();
        PathQuestion asked = rare ? longRun(sender, random) : question(random);
        List<Integer> places = turnsOf(sender, asked.path());
        int turn = rare ? longest(sender, asked.path(), places) : random.nextInt(places.size());
        int from = places.get(turn);
        int run = run(sender, asked.path(), from);
        int applied = run == 0 ? 0 : 1 + random.nextInt(run);
        List<String> message = entities(asked, from, from + applied, random);
        return new Heard(asked, from + applied, entity(message.getLast()), message);
    }

    private static int senderTo(int agent) {
        return (agent + RelayTask.AGENTS.size() - 1) % RelayTask.AGENTS.size();
    }

    private static int entity(String word) {
        return Integer.parseInt(word.substring(1));
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
    private List<String> received(int agent, PathQuestion asked, int at, RandomGenerator random) {
        char letter = RelayTask.LETTERS.charAt(senderTo(agent));
        int from = at;
        while (from > 0 && asked.path().charAt(from - 1) == letter) {
            from--;
        }
        if (random.nextInt(4) == 0) { // the sender took part of its letters up before, or all
            from += random.nextInt(at - from + 1);
        }
        List<String> message = entities(asked, from, at, random);
        message.add("P" + at);
        return message;
    }

    /** Random entities for each place from {@code from} to {@code at}; the start is no secret. */
    private static List<String> entities(
            PathQuestion asked, int from, int at, RandomGenerator random) {
        List<String> words = new ArrayList<>();
        for (int place = from; place <= at; place++) {
            words.add("e" + (place == 0 ? asked.start() : random.nextInt(RelayTask.ENTITIES)));
        }
        return words;
    }

    /** A message as it arrives: in full length, cut at its pointer, or anywhere between. */
    private List<String> cut(List<String> message, RandomGenerator random) {
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
