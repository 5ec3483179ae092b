package dev.latentloom.engine.lm;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Models in memory: each folder is loaded once on each device, whoever uses it there, and stays
 * until the budget is needed for another. Belongs to one engine thread.
 */
public final class LmPool implements AutoCloseable {
    private final DeviceChoice device;
    private final DType type;
    private final long budget;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(); // least recently used first
    private volatile List<HeldModel> ledger = List.of();

    private record Key(Path folder, DeviceChoice device) {}

    private static final class Entry {
        final CausalLm lm;
        final long bytes;
        int users;
        int uses;

        Entry(CausalLm lm, long bytes) {
            this.lm = lm;
            this.bytes = bytes;
        }
    }

    /**
     * @param device where models go that nobody wants elsewhere
     * @param budget bytes of weights to keep on a device at most; a single model may be larger
     */
    public LmPool(DeviceChoice device, DType type, long budget) {
        this.device = device;
        this.type = type;
        this.budget = budget;
    }

    /** Borrows a model on the pool's own device. */
    public Lease borrow(Path folder, JobMonitor monitor) throws WorkbenchException {
        return borrow(folder, device, monitor);
    }

    /** Borrows a model, loading it where it is not there yet; give it back with {@link Lease}. */
    public Lease borrow(Path folder, DeviceChoice on, JobMonitor monitor)
            throws WorkbenchException {
        Key key = new Key(real(folder), on);
        Entry entry = entries.remove(key);
        if (entry == null) {
            long bytes = MemoryEstimate.of(key.folder(), type).weights();
            evict(on, bytes);
            entry = new Entry(CausalLm.load(key.folder(), on, type, monitor), bytes);
        }
        entries.put(key, entry);
        entry.users++;
        entry.uses++;
        write();
        NativeEngine.fitThreads(entry.lm.config().hidden());
        return new Lease(this, entry);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize(); // loading it will say what is wrong
        }
    }

    private void evict(DeviceChoice on, long coming) {
        List<Key> idle = new ArrayList<>();
        entries.forEach(
                (key, entry) -> {
                    if (entry.users == 0 && key.device().equals(on)) {
                        idle.add(key);
                    }
                });
        for (Key key : idle) {
            if (bytes(on) + coming <= budget) {
                return;
            }
            Entry entry = entries.remove(key);
            if (entry != null) {
                entry.lm.close();
            }
        }
    }

    /** Frees a model on a device, unless somebody uses it there. */
    public void unload(Path folder, DeviceChoice on) {
        Key key = new Key(folder, on);
        Entry entry = entries.get(key);
        if (entry != null && entry.users == 0) {
            entries.remove(key);
            entry.lm.close();
            write();
        }
    }

    /** What it holds, as it was after the last change; any thread may ask. */
    public List<HeldModel> ledger() {
        return ledger;
    }

    private void write() {
        List<HeldModel> now = new ArrayList<>();
        entries.forEach((key, entry) -> now.add(described(key, entry)));
        ledger = List.copyOf(now);
    }

    private HeldModel described(Key key, Entry entry) {
        return new HeldModel(
                key.folder().toString(),
                key.device().name(),
                type.name().toLowerCase(Locale.ROOT),
                entry.bytes,
                entry.lm.weightBytes(),
                entry.users,
                entry.uses);
    }

    /** Bytes of weights held on a device. */
    public long bytes(DeviceChoice on) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().device().equals(on))
                .mapToLong(entry -> entry.getValue().bytes)
                .sum();
    }

    /** The device of models that nobody wants elsewhere. */
    public DeviceChoice device() {
        return device;
    }

    public DType type() {
        return type;
    }

    /** Frees every model. */
    @Override
    public void close() {
        entries.values().forEach(entry -> entry.lm.close());
        entries.clear();
        write();
    }

    /** A borrowed model; closing gives it back, and leaves it in the pool. */
    public static final class Lease implements AutoCloseable {
        private final LmPool pool;
        private final Entry entry;
        private boolean open = true;

        private Lease(LmPool pool, Entry entry) {
            this.pool = pool;
            this.entry = entry;
        }

        public CausalLm lm() {
            return entry.lm;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                entry.users--;
                pool.evict(entry.lm.device(), 0);
                pool.write();
            }
        }
    }
}
