package dev.latentloom.engine.rollout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.link.EmbeddingScale;
import dev.latentloom.engine.link.IdentityLink;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.RealignLink;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.SoftTokenLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TestEngine.class)
class LatentRolloutTest {
    private static final Path MODELS = Path.of("src", "test", "resources", "golden", "models");
    private static final int D = 48;

    private static CausalLm lm;

    @BeforeAll
    static void load() throws Exception {
        lm =
                CausalLm.load(
                        MODELS.resolve("qwen3-tied"), DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
    }

    @AfterAll
    static void free() {
        lm.close();
    }

    private static Tensor row(Scope scope, long... ids) {
        return lm.embed(scope.longs(ids, 1, ids.length), scope);
    }

    private static RecursiveLink link(Scope scope) {
        LinkShape shape = LinkShape.of(LinkDesign.INNER_LN_RES, D, D);
        double scale = EmbeddingScale.perDimension(lm);
        return TrainableLink.create(shape, scale, 5, DeviceChoice.CPU, scope);
    }

    private static void near(Tensor expected, Tensor actual, float limit) {
        assertEquals(expected.shape(), actual.shape());
        assertArrayEquals(TensorKernels.floats(expected), TensorKernels.floats(actual), limit);
    }

    @Test
    void thinkLeavesOnlyTheThoughtsBehind() {
        try (Scope run = Scope.open()) {
            FilledPrompt prompt = FilledPrompt.of(List.of(row(run, 3, 4), row(run, 5)), run);
            RecursiveLink link = link(run);
            List<Integer> told = new ArrayList<>();
            LatentRollout rollout =
                    new LatentRollout(lm, link, 5).telling((s, m, h) -> told.add(s));
            int before = run.size();
            long live = Scope.liveInProcess();
            Tensor thoughts = rollout.think(prompt, run, JobMonitor.NONE);
            assertEquals(Shape.of(2, 5, D), thoughts.shape());
            assertEquals(before + 1, run.size());
            assertEquals(live + 1, Scope.liveInProcess());
            assertEquals(List.of(1, 2, 3, 4, 5), told);
        }
    }

    @Test
    void twoThousandStepsLeakNothing() {
        try (Scope run = Scope.open()) {
            RecursiveLink link = link(run);
            FilledPrompt prompt = FilledPrompt.unpadded(row(run, 3, 4, 7));
            LatentRollout rollout = new LatentRollout(lm, link, 100);
            long live = Scope.liveInProcess();
            for (int i = 0; i < 20; i++) {
                try (Scope step = run.child()) {
                    rollout.think(prompt, step, JobMonitor.NONE);
                }
            }
            assertEquals(live, Scope.liveInProcess());
        }
    }

    @Test
    void aBatchThinksAsItsRowsDoAlone() {
        try (Scope run = Scope.open()) {
            RecursiveLink link = link(run);
            LatentRollout rollout = new LatentRollout(lm, link, 6);
            Tensor longer = row(run, 3, 4, 9, 20, 11);
            Tensor shorter = row(run, 7, 8);
            FilledPrompt both = FilledPrompt.of(List.of(longer, shorter), run);
            Tensor together = rollout.think(both, run, JobMonitor.NONE);
            Tensor alone = rollout.think(FilledPrompt.unpadded(shorter), run, JobMonitor.NONE);
            near(alone, TensorKernels.narrow(together, 0, 1, 1, run), 1e-4f);
        }
    }

    @Test
    void noStepsGiveNoThoughtsAndAnEmptyHandOver() {
        try (Scope run = Scope.open()) {
            RecursiveLink link = link(run);
            FilledPrompt prompt = FilledPrompt.unpadded(row(run, 3, 4));
            Tensor none = new LatentRollout(lm, link, 0).think(prompt, run, JobMonitor.NONE);
            assertEquals(Shape.of(1, 0, D), none.shape());
            LinkShape shape = LinkShape.of(LinkDesign.OUTER_LN_RES, D, 64);
            RecursiveLink outer = TrainableLink.create(shape, 1, 2, DeviceChoice.CPU, run);
            Tensor sent = ThoughtTransfer.send(none, Handover.OUTER_INNER, link, outer, run);
            assertEquals(Shape.of(1, 0, 64), sent.shape());
        }
    }

    @Test
    void thinkingOnReadsTheLastInnerOutputToo() {
        try (Scope run = Scope.open()) {
            RecursiveLink link = link(run);
            FilledPrompt prompt = FilledPrompt.unpadded(row(run, 3, 4, 9));
            Tensor five = new LatentRollout(lm, link, 5).think(prompt, run, JobMonitor.NONE);
            LatentTrace trace =
                    new LatentRollout(lm, link, 4).thinkOn(prompt, run, JobMonitor.NONE);
            near(TensorKernels.narrow(five, 1, 0, 4, run), trace.thoughts(), 1e-5f);
            near(TensorKernels.narrow(five, 1, 4, 1, run), trace.next(), 1e-5f);
            near(link.forward(trace.thoughts(), run), trace.inputs(), 1e-5f);
            assertEquals(7, trace.cache().length());
        }
    }

    @Test
    void teacherForcedThoughtsAreTheStatesAtTheText() {
        try (Scope run = Scope.open()) {
            Tensor text = run.longs(new long[] {9, 10, 11}, 1, 3);
            FilledPrompt prompt = FilledPrompt.unpadded(row(run, 3, 4));
            Tensor thoughts =
                    new TeacherForcedRollout(lm, text).think(prompt, run, JobMonitor.NONE);
            Tensor all = lm.hidden(row(run, 3, 4, 9, 10, 11), lm.newCache(1, run), run);
            near(TensorKernels.narrow(all, 1, 2, 3, run), thoughts, 1e-5f);
        }
    }

    @Test
    void cancellingStopsBetweenSteps() {
        int[] steps = {0};
        JobMonitor monitor =
                new JobMonitor() {
                    @Override
                    public void event(RunEvent event) {}

                    @Override
                    public boolean cancelled() {
                        return steps[0] == 3;
                    }
                };
        try (Scope run = Scope.open()) {
            FilledPrompt prompt = FilledPrompt.unpadded(row(run, 3));
            LatentRollout rollout =
                    new LatentRollout(lm, new IdentityLink(D), 9)
                            .telling((step, all, thoughts) -> steps[0] = step);
            assertThrows(CancelledException.class, () -> rollout.think(prompt, run, monitor));
        }
        assertEquals(3, steps[0]);
    }

    @Test
    void aSoftTokenOfACertainStateIsThatTokensEmbedding() {
        try (Scope run = Scope.open()) {
            Tensor embedding = TensorKernels.scale(row(run, 17), 1e4, run); // tied: logits peak
            Tensor y = SoftTokenLink.inner(lm).forward(embedding, run);
            near(row(run, 17), y, 1e-5f);
        }
    }

    @Test
    void realignedStatesHaveTheLengthOfEmbeddings() {
        try (Scope run = Scope.open()) {
            RealignLink link = RealignLink.inner(lm, RealignLink.RIDGE, run);
            Tensor y = link.forward(row(run, 17, 4), run);
            double mean = EmbeddingScale.meanNorm(lm);
            float[] values = TensorKernels.floats(y);
            double square = 0;
            for (int i = 0; i < D; i++) {
                square += values[i] * values[i];
            }
            assertEquals(mean, Math.sqrt(square), 1e-5);
            assertTrue(mean > 0);
        }
    }

    @Test
    void theLastAgentsCacheIsItsOwnPromptAndThoughts() throws Exception {
        try (Scope run = Scope.open()) {
            RealignLink link = RealignLink.rescaleOnly(lm);
            try (LatentMas all = new LatentMas(lm, link, LatentMasSharing.ALL, 1, run);
                    LatentMas last = new LatentMas(lm, link, LatentMasSharing.LAST_AGENT, 1, run)) {
                for (LatentMas chain : List.of(all, last)) {
                    chain.think(row(run, 3, 4, 5), 2, run, JobMonitor.NONE);
                    chain.think(row(run, 6, 7), 4, run, JobMonitor.NONE);
                }
                assertEquals(11, all.cache().length());
                assertEquals(6, last.cache().length());
            }
        }
    }
}
