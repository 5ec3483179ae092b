package dev.latentloom.views.plot;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleErrorDataSet;

import java.io.Serial;

/** Points with bands that only the FX thread touches. */
@SuppressWarnings("unchecked") // ChartFX declares lock() with and without a type parameter
final class FxPoints extends DoubleErrorDataSet {
    @Serial private static final long serialVersionUID = 1L;

    FxPoints(String name) {
        super(name);
    }

    @Override
    public DataSetLock<? extends DataSet> lock() {
        return new FxThreadLock<>(this);
    }
}
