package dev.latentloom.views.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final double[] LEAST = {50, 80, 50};

    @Test
    void columnsShareTheWidth() {
        assertArrayEquals(new double[] {200, 100, 100}, Columns.widths(400, LEAST, 2, 1, 1));
    }

    @Test
    void aColumnIsNeverNarrowerThanItsHeaderAndTheOthersGiveWay() {
        assertArrayEquals(new double[] {120, 80, 60}, Columns.widths(260, LEAST, 2, 1, 1));
        assertArrayEquals(LEAST, Columns.widths(100, LEAST, 2, 1, 1));
    }
}
