package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random choices the tasks are made of. */
final class Draws {
    private Draws() {}

    /** The numbers 0 … n−1 in random order. */
    static List<Integer> permutation(int n, RandomGenerator random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            order.set(j, order.set(i, order.get(j)));
        }
        return order;
    }

    /** {@code count} different numbers out of 0 … n−1. */
    static List<Integer> distinct(int count, int n, RandomGenerator random) {
        return List.copyOf(permutation(n, random).subList(0, count));
    }

    /** One of these. */
    static <T> T one(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * Weights that sum to one, from the symmetric Dirichlet distribution of a whole-numbered
     * concentration: each is a sum of that many exponential draws, divided by the total.
     */
    static List<Double> dirichlet(int count, int concentration, RandomGenerator random) {
        List<Double> draws = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < count; i++) {
            double draw = 0;
            for (int k = 0; k < concentration; k++) {
                draw += random.nextExponential();
            }
            draws.add(draw);
            total += draw;
        }
        double sum = total;
        return draws.stream().map(draw -> draw / sum).toList();
    }
}
