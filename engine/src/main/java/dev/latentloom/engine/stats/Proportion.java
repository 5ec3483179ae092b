package dev.latentloom.engine.stats;

/**
 * A share with its 95 % Wilson score interval.
 *
 * @param share correct of all, 0 to 1; 0 where there are none
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Proportion(double share, double low, double high) {
    private static final double Z = 1.959963984540054; // 97.5 % point of the normal distribution

    /**
     * The interval of Wilson (1927), which stays inside 0 and 1 and holds its level for small
     * counts; of nothing, it is all from 0 to 1.
     */
    public static Proportion wilson(int correct, int n) {
        if (correct < 0 || correct > n) {
            throw new IllegalArgumentException(correct + " of " + n);
        }
        if (n == 0) {
            return new Proportion(0, 0, 1);
        }
        return wilson((double) correct / n, n);
    }

    /** The same for a share that is a mean over seeds of the same {@code n} items, at least 1. */
    public static Proportion wilson(double share, int n) {
        double scale = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2 * n)) / scale;
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / scale;
        double low = share == 0 ? 0 : Math.max(0, centre - half);
        double high = share == 1 ? 1 : Math.min(1, centre + half);
        return new Proportion(share, low, high);
    }
}
