package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Secret permutations of entities, one for each relation letter, and walks along them. */
final class RelayTables {
    private final String letters;
    private final List<List<Integer>> permutations = new ArrayList<>();

    RelayTables(int entities, String letters, long seed) {
        this.letters = letters;
        Random random = new Random(seed);
        for (int i = 0; i < letters.length(); i++) {
            permutations.add(Draws.permutation(entities, random));
        }
    }

    /** All paths of a length. */
    List<String> paths(int length) {
        List<String> paths = List.of("");
        for (int i = 0; i < length; i++) {
            List<String> longer = new ArrayList<>();
            for (String path : paths) {
                for (int k = 0; k < letters.length(); k++) {
                    char letter = letters.charAt(k);
                    longer.add(path + letter);
                }
            }
            paths = longer;
        }
        return new ArrayList<>(paths);
    }

    /** One step along a letter. */
    int step(int entity, char letter) {
        return permutations.get(letters.indexOf(letter)).get(entity);
    }

    /** Where a path leads. */
    int walk(int entity, String path) {
        int at = entity;
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            at = step(at, letter);
        }
        return at;
    }

    /** Rounds needed when each letter is known to one agent, in the letters' order. */
    int roundsNeeded(String path) {
        int rounds = 1;
        for (int i = 1; i < path.length(); i++) {
            rounds += path.charAt(i) < path.charAt(i - 1) ? 1 : 0;
        }
        return rounds;
    }

    /** The first place from {@code at} on whose letter is not this agent's. */
    int stop(String path, int at, int agent) {
        int stop = at;
        while (stop < path.length() && letters.indexOf(path.charAt(stop)) == agent) {
            stop++;
        }
        return stop;
    }

    /** The entry entity and every new one along a piece of path, as words. */
    List<String> message(int entry, String piece) {
        List<String> words = new ArrayList<>(List.of("e" + entry));
        int at = entry;
        for (int i = 0; i < piece.length(); i++) {
            char letter = piece.charAt(i);
            at = step(at, letter);
            words.add("e" + at);
        }
        return words;
    }
}
