package dev.latentloom.engine.lm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.MemoryUse;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

@ExtendWith(TestEngine.class)
class SteadyMemoryTest {
    @TempDir Path folder;

    @BeforeEach
    void writeModel() throws WorkbenchException {
        String config = Objects.requireNonNull(TinyConfigs.all().get("llama"));
        RandomCheckpoint.write(folder, config, 3, JobMonitor.NONE);
    }

    private LmPool pool() {
        return new LmPool(DeviceChoice.CPU, DType.F32, 1);
    }

    @Test
    void decodingLeavesNothingBehind() throws WorkbenchException {
        try (CausalLm lm = CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            var prompt = lm.embed(scope.longs(new long[] {1, 2, 3}, 1, 3), scope);
            Decoder decoder = new Decoder(lm, SamplerSettings.of(0.8, 0.9), 40, Set.of());
            long before = Scope.liveInProcess();
            long[] pads = new long[1];
            long[] seed = {9};
            List<DecodedRow> first =
                    decoder.decode(prompt, pads, seed, TokenListener.NONE, JobMonitor.NONE);
            List<DecodedRow> again =
                    decoder.decode(prompt, pads, seed, TokenListener.NONE, JobMonitor.NONE);
            assertEquals(first, again);
            assertEquals(40, first.getFirst().ids().size());
            assertTrue(first.getFirst().capped());
            assertEquals(before, Scope.liveInProcess());
        }
    }

    @Test
    void aRowsTokensDoNotDependOnItsBatch() throws WorkbenchException {
        try (CausalLm lm = CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            var one = lm.embed(scope.longs(new long[] {1, 2, 3}, 1, 3), scope);
            var two = lm.embed(scope.longs(new long[] {4, 5}, 1, 2), scope);
            var both = TensorKernels.padLeft(List.of(one, two), 3, scope);
            Decoder decoder = new Decoder(lm, SamplerSettings.GREEDY, 12, Set.of());
            List<DecodedRow> together =
                    decoder.decode(
                            both,
                            new long[] {0, 1},
                            new long[2],
                            TokenListener.NONE,
                            JobMonitor.NONE);
            List<DecodedRow> alone =
                    decoder.decode(
                            two, new long[1], new long[1], TokenListener.NONE, JobMonitor.NONE);
            assertEquals(alone.getFirst(), together.get(1));
        }
    }

    @Test
    void aModelIsLoadedOnceAndLeavesWhenTheBudgetIsNeeded() throws WorkbenchException {
        long before = Scope.liveInProcess();
        try (LmPool pool = pool()) {
            LmPool.Lease first = pool.borrow(folder, JobMonitor.NONE);
            LmPool.Lease second = pool.borrow(folder.resolve("."), JobMonitor.NONE);
            assertSame(first.lm(), second.lm());
            assertEquals(
                    MemoryEstimate.of(folder, DType.F32).weights(), pool.bytes(DeviceChoice.CPU));
            first.close();
            second.close();
            assertEquals(
                    0, pool.bytes(DeviceChoice.CPU)); // the budget of one byte keeps nothing idle
        }
        assertEquals(before, Scope.liveInProcess());
    }

    @Test
    void eachDeviceHasOneSetOfWeightsAndABudgetOfItsOwn() throws WorkbenchException {
        DeviceChoice named = new DeviceChoice("cpu");
        long bytes = MemoryEstimate.of(folder, DType.F32).weights();
        try (LmPool pool = new LmPool(DeviceChoice.CPU, DType.F32, bytes)) {
            LmPool.Lease here = pool.borrow(folder, JobMonitor.NONE);
            LmPool.Lease same = pool.borrow(folder, named, JobMonitor.NONE);
            assertSame(here.lm(), same.lm());
            here.close();
            same.close();
            LmPool.Lease elsewhere = pool.borrow(folder, DeviceChoice.META, JobMonitor.NONE);
            assertNotSame(here.lm(), elsewhere.lm());
            assertEquals(DeviceChoice.META, elsewhere.lm().device());
            assertEquals(
                    List.of("cpu 0", "meta 1"),
                    pool.ledger().stream()
                            .map(model -> model.device() + " " + model.users())
                            .toList());
            assertEquals(bytes, pool.bytes(DeviceChoice.CPU));
            elsewhere.close();
            pool.unload(here.lm().folder(), DeviceChoice.CPU);
            assertEquals("meta", pool.ledger().getFirst().device());
        }
    }

    @Test
    void theLedgerSaysWhoUsesAModelAndUnloadFreesItAfterwards() throws Exception {
        Path real = folder.toRealPath();
        try (LmPool pool = new LmPool(DeviceChoice.CPU, DType.F32, 1L << 30)) {
            assertEquals(List.of(), pool.ledger());
            LmPool.Lease lease = pool.borrow(folder, JobMonitor.NONE);
            long foretold = MemoryEstimate.of(folder, DType.F32).weights();
            HeldModel used = new HeldModel(real.toString(), "cpu", "f32", foretold, foretold, 1, 1);
            assertEquals(List.of(used), pool.ledger());
            pool.unload(real, DeviceChoice.CPU);
            assertEquals(List.of(used), pool.ledger()); // it is in use
            lease.close();
            assertEquals(0, pool.ledger().getFirst().users());
            pool.unload(real, DeviceChoice.CPU);
            assertEquals(List.of(), pool.ledger());
        }
    }

    @Test
    void cachesAreCountedWhileTheyAreHeld() throws WorkbenchException {
        long before = Scope.notedInProcess(MemoryUse.CACHES);
        try (LmPool pool = pool();
                LmPool.Lease lease = pool.borrow(folder, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            CausalLm lm = lease.lm();
            KvCache cache = lm.newCache(2, scope);
            for (int i = 0; i < 70; i++) { // beyond the first capacity
                try (Scope step = scope.child()) {
                    lm.lastHidden(lm.embed(step.longs(new long[] {1, 2}, 2, 1), step), cache, step);
                }
                assertEquals(cache.bytes(), Scope.notedInProcess(MemoryUse.CACHES) - before);
            }
            assertTrue(cache.bytes() > 0);
        }
        assertEquals(before, Scope.notedInProcess(MemoryUse.CACHES));
    }
}
