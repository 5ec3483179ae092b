package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a relay agent learns from: one of its turns in a question that is played out with messages
 * of a length drawn anew, whole texts (a quarter) or three to eight thoughts. A message that needs
 * more ends at one of its entities, and the next agent goes on from there: where that is follows
 * from the path, the sender's letter and the number of entities. The entities are random, so
 * nothing about another agent's permutation can be learned. Half of the examples are the one turn
 * of several questions with most letters of the agent's own, or of its sender's: such are rare.
 */
final class RelayExamples {
    private static final double MOST_NOISE = 0.6;
    private static final int FEWEST_THOUGHTS = 3;
    private static final int RARE_OUT_OF = 8;

    private final RelayTask task;

    RelayExamples(RelayTask task) {
        this.task = task;
    }

    AgentExample draw(int agent, RandomGenerator random) {
        boolean text = random.nextInt(4) == 0;
        int thoughts = random.nextInt(FEWEST_THOUGHTS, RelayTask.MESSAGE + 1);
        Heard heard = heard(agent, text ? RelayTask.MESSAGE : thoughts, random);
        PathQuestion asked = heard.asked();
        List<String> message = message(heard, random);
        int entity = message.isEmpty() ? asked.start() : heard.last(message);
        int stop = task.tables().stop(asked.path(), heard.at(), agent);
        List<String> said = task.tables().message(entity, asked.path().substring(heard.at(), stop));
        said.add("P" + stop);
        List<String> arrived =
                text || message.isEmpty() ? message : padded(message).subList(0, thoughts);
        List<TokenMix> slot = TokenMix.each(task.ids(arrived));
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

    /**
     * What an agent hears before a turn.
     *
     * @param asked the question
     * @param from place in the path where the sender took it up; -1 where nobody has spoken yet
     * @param at place in the path that what arrived of the message leads to
     * @param whole whether its pointer arrived
     */
    private record Heard(PathQuestion asked, int from, int at, boolean whole) {
        int applied() {
            return at - Math.max(from, 0);
        }

        int last(List<String> message) {
            String word = message.get(message.size() - (whole ? 2 : 1));
            return Integer.parseInt(word.substring(1));
        }
    }

    private Heard heard(int agent, int thoughts, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> rare(agent, thoughts, turn -> ownRun(agent, turn), random);
            case 1 -> rare(agent, thoughts, Heard::applied, random);
            default -> {
                List<Heard> turns = turns(agent, question(random), thoughts);
                yield turns.get(random.nextInt(turns.size()));
            }
        };
    }

    private Heard rare(
            int agent, int thoughts, ToIntFunction<Heard> letters, RandomGenerator random) {
        return Stream.generate(() -> turns(agent, question(random), thoughts))
                .limit(RARE_OUT_OF)
                .flatMap(List::stream)
                .max(Comparator.comparingInt(letters))
                .orElseThrow();
    }

    private int ownRun(int agent, Heard heard) {
        return task.tables().stop(heard.asked().path(), heard.at(), agent) - heard.at();
    }

    private PathQuestion question(RandomGenerator random) {
        return PathQuestion.of(task.trainingItem(random).question());
    }

    /** All turns of an agent, up to one with nothing left to do. */
    private List<Heard> turns(int agent, PathQuestion asked, int thoughts) {
        List<Heard> turns = new ArrayList<>();
        Heard heard = new Heard(asked, -1, 0, false);
        boolean idle = false;
        while (!idle) {
            idle = heard.at() == asked.path().length();
            for (int k = 0; k < RelayTask.AGENTS.size(); k++) {
                if (k == agent) {
                    turns.add(heard);
                }
                heard = after(heard, k, thoughts);
            }
        }
        return turns;
    }

    /** What the next agent hears when agent {@code k} has spoken: entities, then the pointer. */
    private Heard after(Heard heard, int k, int thoughts) {
        int from = heard.at();
        int stop = from + ownRun(k, heard);
        boolean whole = stop - from + 2 <= thoughts;
        return new Heard(heard.asked(), from, whole ? stop : from + thoughts - 1, whole);
    }

    /** What arrived, with random entities; the start is no secret. */
    private static List<String> message(Heard heard, RandomGenerator random) {
        List<String> words = new ArrayList<>();
        if (heard.from() < 0) {
            return words;
        }
        for (int place = heard.from(); place <= heard.at(); place++) {
            int entity = place == 0 ? heard.asked().start() : random.nextInt(RelayTask.ENTITIES);
            words.add("e" + entity);
        }
        if (heard.whole()) {
            words.add("P" + heard.at());
        }
        return words;
    }

    private static List<String> padded(List<String> message) {
        List<String> full = new ArrayList<>(message);
        while (full.size() < RelayTask.MESSAGE) {
            full.add(Vocabulary.EOM);
        }
        return full;
    }
}
