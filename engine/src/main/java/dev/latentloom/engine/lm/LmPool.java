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
 * Models in memory: each folder is loaded once, whoever uses it, and stays until the budget is
 * needed for another. Belongs to one engine thread.
 */
public final class LmPool implements AutoCloseable {
    private final DeviceChoice device;
    private final DType type;
    private final long budget;
    private final Map<Path, Entry> entries = new LinkedHashMap<>(); // least recently used first
    private volatile List<HeldModel> ledger = List.of();

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
     * @param budget bytes of weights to keep at most; a single model may be larger
     */
    public LmPool(DeviceChoice device, DType type, long budget) {
        this.device = device;
        this.type = type;
        this.budget = budget;
    }

    /** Borrows a model, loading it where it is not there yet; give it back with {@link Lease}. */
    public Lease borrow(Path folder, JobMonitor monitor) throws WorkbenchException {
        Path key = key(folder);
        Entry entry = entries.remove(key);
        if (entry == null) {
            long bytes = MemoryEstimate.of(key, type).weights();
            evict(bytes);
            entry = new Entry(CausalLm.load(key, device, type, monitor), bytes);
        }
        entries.put(key, entry);
        entry.users++;
        entry.uses++;
        write();
        NativeEngine.fitThreads(entry.lm.config().hidden());
        return new Lease(this, entry);
    }

    private static Path key(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize(); // loading it will say what is wrong
        }
    }

    private void evict(long coming) {
        List<Path> idle = new ArrayList<>();
        entries.forEach(
                (path, entry) -> {
                    if (entry.users == 0) {
                        idle.add(path);
                    }
                });
        for (Path path : idle) {
            if (bytes() + coming <= budget) {
                return;
            }
            Entry entry = entries.remove(path);
            if (entry != null) {
                entry.lm.close();
            }
        }
    }

    /** Frees a model, unless somebody uses it. */
    public void unload(Path folder) {
        Entry entry = entries.get(folder);
        if (entry != null && entry.users == 0) {
            entries.remove(folder);
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
        entries.forEach((folder, entry) -> now.add(described(folder, entry)));
        ledger = List.copyOf(now);
    }

    private HeldModel described(Path folder, Entry entry) {
        return new HeldModel(
                folder.toString(),
                device.name(),
                type.name().toLowerCase(Locale.ROOT),
                entry.bytes,
                entry.lm.weightBytes(),
                entry.users,
                entry.uses);
    }

    /** Bytes of weights held. */
    public long bytes() {
        return entries.values().stream().mapToLong(entry -> entry.bytes).sum();
    }

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
                pool.evict(0);
                pool.write();
            }
        }
    }
}
