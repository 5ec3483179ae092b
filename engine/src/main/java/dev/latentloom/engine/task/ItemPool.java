package dev.latentloom.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * All questions of a task, split for good. What is drawn from a split holds each number of needed
 * rounds as often as the whole task does.
 */
final class ItemPool {
    private final Map<Split, List<TaskItem>> splits = new EnumMap<>(Split.class);
    private final Map<Integer, Double> shares = new TreeMap<>();
    private final List<Double> trainSums = new ArrayList<>();

    ItemPool(List<TaskItem> all, SplitShares splitShares) {
        double total = all.stream().mapToDouble(TaskItem::weight).sum();
        for (Split split : Split.values()) {
            splits.put(split, new ArrayList<>());
        }
        for (TaskItem item : all) {
            items(splitShares.of(item.question().text())).add(item);
            shares.merge(item.roundsNeeded(), item.weight() / total, Double::sum);
        }
        double sum = 0;
        for (TaskItem item : items(Split.TRAIN)) {
            sum += item.weight();
            trainSums.add(sum);
        }
    }

    /** All items of a split. */
    List<TaskItem> items(Split split) {
        return splits.getOrDefault(split, List.of());
    }

    /** One question to train on, drawn by weight; the same one may come again. */
    TaskItem training(RandomGenerator random) {
        double point = random.nextDouble() * trainSums.getLast();
        int low = 0;
        int high = trainSums.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (trainSums.get(middle) > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return items(Split.TRAIN).get(low);
    }

    /**
     * Different questions of a split, at most {@code count}; fewer where the split does not hold as
     * many in the task's own proportions.
     */
    List<TaskItem> draw(Split split, int count, long seed) {
        Random random = new Random(seed);
        Map<Integer, List<TaskItem>> strata = shuffledByWeight(split, random);
        int size = count;
        for (Map.Entry<Integer, Double> share : shares.entrySet()) {
            int held = strata.getOrDefault(share.getKey(), List.of()).size();
            size = Math.min(size, (int) Math.floor(held / share.getValue()));
        }
        List<TaskItem> drawn = new ArrayList<>();
        double reached = 0;
        for (Map.Entry<Integer, Double> share : shares.entrySet()) {
            reached += share.getValue() * size;
            List<TaskItem> stratum = strata.getOrDefault(share.getKey(), List.of());
            int take = Math.min((int) Math.round(reached) - drawn.size(), stratum.size());
            drawn.addAll(stratum.subList(0, take));
        }
        return Draws.permutation(drawn.size(), random).stream().map(drawn::get).toList();
    }

    /** A split's items by needed rounds, each list in a weighted random order. */
    private Map<Integer, List<TaskItem>> shuffledByWeight(Split split, Random random) {
        Map<TaskItem, Double> keys =
                new HashMap<>(); // the smallest of exponential draws come first
        Map<Integer, List<TaskItem>> strata = new TreeMap<>();
        for (TaskItem item : items(split)) {
            keys.put(item, random.nextExponential() / item.weight());
            strata.computeIfAbsent(item.roundsNeeded(), rounds -> new ArrayList<>()).add(item);
        }
        strata.values().forEach(list -> list.sort(Comparator.comparing(keys::get)));
        return strata;
    }
}
