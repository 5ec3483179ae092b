package dev.latentloom.engine.job;

import java.util.List;

/**
 * What takes memory at one moment.
 *
 * @param models models in memory, least recently used first
 * @param links bytes of the weights of links
 * @param caches bytes of keys and values of what models have read
 * @param tensors tensors of any kind that are alive
 * @param process bytes of the whole process in memory; -1 where the system does not say
 * @param heap bytes of it that Java objects take
 * @param available bytes that can still be taken on this machine; -1 where the system does not say
 */
public record MemoryLedger(
        List<HeldModel> models,
        long links,
        long caches,
        long tensors,
        long process,
        long heap,
        long available) {
    /** Of nothing. */
    public static final MemoryLedger NONE = new MemoryLedger(List.of(), 0, 0, 0, -1, 0, -1);

    public MemoryLedger {
        models = List.copyOf(models);
    }
}
