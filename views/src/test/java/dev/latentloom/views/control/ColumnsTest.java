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

    @Test
    void whereThereIsRoomEveryColumnHoldsWhatStandsInIt() {
        double[] need = {60, 70, 200};
        assertArrayEquals(new double[] {120, 80, 200}, Columns.widths(400, LEAST, need, 2, 1, 1));
    }

    @Test
    void theWidestGiveWayFirstAndWhereTheTableScrollsNoneDoes() {
        double[] need = {60, 70, 200};
        assertArrayEquals(
                new double[] {60, 80, 100}, Columns.widths(240, LEAST, need, 2, 1, 1), 0.5);
        assertArrayEquals(new double[] {60, 80, 200}, Columns.widths(150, LEAST, need, 2, 1, 1));
    }
}
