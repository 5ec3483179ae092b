package dev.latentloom.engine.run;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.engine.tensor.MemoryUse;
import dev.latentloom.engine.tensor.Scope;

import java.util.List;

/** What takes memory in this process, whoever asks. */
public final class ProcessLedger {
    private ProcessLedger() {}

    /** The ledger of these models and of everything else that is counted. */
    public static MemoryLedger of(List<HeldModel> models) {
        Runtime java = Runtime.getRuntime();
        return new MemoryLedger(
                models,
                Scope.notedInProcess(MemoryUse.LINKS),
                Scope.notedInProcess(MemoryUse.CACHES),
                Scope.liveInProcess(),
                ProcessMemory.resident(),
                java.totalMemory() - java.freeMemory(),
                ProcessMemory.available());
    }
}
