package dev.latentloom.engine.stats;

import java.util.Map;

/**
 * Two runs, or two link sets, on the same items.
 *
 * @param both items both answered
 * @param firstOnly of these, right in the first alone
 * @param secondOnly of these, right in the second alone
 */
public record PairedItems(int both, int firstOnly, int secondOnly) {
    /** Of whether each item was answered rightly, by the item's id. */
    public static PairedItems of(Map<String, Boolean> first, Map<String, Boolean> second) {
        int both = 0;
        int firstOnly = 0;
        int secondOnly = 0;
        for (Map.Entry<String, Boolean> item : first.entrySet()) {
            Boolean other = second.get(item.getKey());
            if (other != null) {
                both++;
                firstOnly += item.getValue() && !other ? 1 : 0;
                secondOnly += !item.getValue() && other ? 1 : 0;
            }
        }
        return new PairedItems(both, firstOnly, secondOnly);
    }

    /**
     * Exact two-sided p-value of McNemar's test: how often a fair coin, thrown once for each item
     * on which they differ, falls at least as unevenly.
     */
    public double pValue() {
        int differ = firstOnly + secondOnly;
        int fewer = Math.min(firstOnly, secondOnly);
        double term = Math.pow(0.5, differ);
        double tail = 0;
        for (int k = 0; k <= fewer; k++) {
            tail += term;
            term *= (double) (differ - k) / (k + 1);
        }
        return Math.min(1, 2 * tail);
    }
}
