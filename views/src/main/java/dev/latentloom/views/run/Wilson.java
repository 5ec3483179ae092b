package dev.latentloom.views.run;

/**
 * Wilson's score interval of a proportion at 95 %.
 *
 * @param accuracy the proportion itself, as a fraction
 * @param low lower end, as a fraction
 * @param high upper end, as a fraction
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
public record Wilson(double accuracy, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The interval of {@code correct} right answers of {@code n}, n at least 1. */
    public static Wilson of(long correct, long n) {
        return of((double) correct / n, n);
    }

    /** The interval of a share {@code p} of {@code n}, such as a mean over seeds; n at least 1. */
    static Wilson of(double p, long n) {
        double z2 = Z * Z;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new Wilson(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
