package dev.latentloom.views.plot;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;

import java.io.Serial;
import java.util.function.Supplier;

/**
 * Locks nothing. Points are written and drawn by the FX thread alone, and the chart library keeps
 * its read lock where a layout ends without its hook: the next point would then wait for ever.
 *
 * @param <D> kind of the guarded data
 */
final class FxThreadLock<D extends DataSet> implements DataSetLock<D> {
    @Serial private static final long serialVersionUID = 1L;

    private final transient D data;

    FxThreadLock(D data) {
        this.data = data;
    }

    @Override
    public D readLock() {
        return data;
    }

    @Override
    public D readUnLock() {
        return data;
    }

    @Override
    public D writeLock() {
        return data;
    }

    @Override
    public D writeUnLock() {
        return data;
    }

    @Override
    public D readLockGuard(Runnable reading) {
        reading.run();
        return data;
    }

    @Override
    public <R> R readLockGuard(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public D readLockGuardOptimistic(Runnable reading) {
        reading.run();
        return data;
    }

    @Override
    public <R> R readLockGuardOptimistic(Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public D writeLockGuard(Runnable writing) {
        writing.run();
        return data;
    }

    @Override
    public <R> R writeLockGuard(Supplier<R> writing) {
        return writing.get();
    }
}
