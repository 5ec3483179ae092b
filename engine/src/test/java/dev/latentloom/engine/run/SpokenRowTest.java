package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.ErrataTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TestEngine;
import dev.latentloom.engine.text.PromptRenderer;
import dev.latentloom.engine.text.PromptTemplate;
import dev.latentloom.engine.text.Tokenizer;
import dev.latentloom.engine.tool.Tool;
import dev.latentloom.engine.tool.Tools;
import dev.latentloom.engine.train.PretrainJob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

@ExtendWith(TestEngine.class)
final class SpokenRowTest {
    private static final ErrataTask TASK = new ErrataTask();

    @Test
    void aCallStopsTheRowAndItsResultIsPutBehind(@TempDir Path folder)
            throws WorkbenchException, InterruptedException {
        AgentPlan plan = TASK.plans().getLast();
        AgentPlan quick = new AgentPlan(plan.agent(), plan.shape(), 1, 4, 1e-3);
        new PretrainJob(TASK, List.of(quick), folder, 1, 1).run(JobMonitor.NONE);
        Path model = folder.resolve(plan.agent());
        Agent caller = TASK.graph().agents().getLast();
        List<Tool> tools = Tools.named(caller.tools());
        try (CausalLm lm = CausalLm.load(model, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
                Tokenizer tokenizer = Tokenizer.load(model);
                Scope scope = Scope.open()) {
            Teammate mate =
                    new Teammate(
                            caller,
                            lm,
                            tokenizer,
                            new PromptRenderer(tokenizer, null, Clock.systemUTC()),
                            PromptTemplate.parse(caller.prompt()),
                            Set.of());
            Tensor prompt = lm.embed(scope.longs(new long[] {1, 5}, 1, 2), scope);
            SpokenRow row = new SpokenRow(mate, prompt, 12);
            long[] call = tokenizer.encode("<calc> 3 - 14 </calc>", false);
            for (int i = 0; i < call.length; i++) {
                assertEquals(i < call.length - 1, row.take(call[i], tools, 0.5));
            }
            assertTrue(row.answered(tools));
            assertEquals(12 - call.length, row.left());
            assertEquals(2 + call.length + 3, row.soFar(scope).shape().get(1));
            String said = row.spoken().text();
            assertEquals("<calc> 3 - 14 </calc> <result> 20 </result>", said);
            assertEquals(call.length, row.spoken().decoded());
            assertEquals(2 + call.length + 3, row.spoken().readAgain());
            row.take(tokenizer.encode("ANS", false)[0], tools, 0.6);
            assertFalse(row.answered(tools), "no call, no tool");
        }
    }
}
