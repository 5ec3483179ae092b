package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Sampling;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.TestEngine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Agents that choose their words in their own way, in one run. */
@ExtendWith(TestEngine.class)
class AgentSamplingTest {
    private static final Sampling WARM = new Sampling(1.5, 0.9, 42L);
    @AutoClose private static TestTeam made;

    @BeforeAll
    static void load(@TempDir Path folder) throws WorkbenchException, InterruptedException {
        made = new TestTeam(folder);
    }

    private static AgentGraph allWith(@Nullable Sampling sampling) {
        AgentGraph graph = TestTeam.TASK.graph();
        List<Agent> agents =
                graph.agents().stream().map(agent -> agent.withSampling(sampling)).toList();
        return new AgentGraph(
                graph.name(), graph.pattern(), agents, graph.edges(), graph.answering(), 2);
    }

    private static List<String> said(AgentGraph graph, SpeakingSettings speaking)
            throws WorkbenchException {
        RunChoices plain = TestTeam.choices(RunMode.TEXT, Control.NONE, 3, 0);
        RunChoices choices =
                new RunChoices(
                        plain.mode(),
                        plain.links(),
                        plain.steps(),
                        plain.rounds(),
                        plain.controls(),
                        plain.handover(),
                        plain.tools(),
                        speaking,
                        plain.batch(),
                        plain.lens());
        Kept kept = new Kept();
        try (Team team = made.load(graph)) {
            new QuestionRunner(team, choices, null, AnswerCheck.of(TestTeam.TASK))
                    .answer(TestTeam.questions(6), List.of(), kept, JobMonitor.NONE);
        }
        return kept.items().stream().map(Answered::answer).toList();
    }

    private static SpeakingSettings asAgentsSay(long seed) {
        return new SpeakingSettings(null, null, null, seed);
    }

    @Test
    void whatEveryAgentChoosesIsWhatARunChoosesForAll() throws WorkbenchException {
        assertEquals(
                said(allWith(null), new SpeakingSettings(1.5, 0.9, null, 42)),
                said(allWith(WARM), asAgentsSay(7)));
    }

    @Test
    void anAgentWithoutSamplingOfItsOwnIsGreedy() throws WorkbenchException {
        List<String> greedy = said(allWith(null), new SpeakingSettings(0.0, null, null, 0));
        assertEquals(greedy, said(allWith(null), asAgentsSay(0)));
        assertNotEquals(greedy, said(allWith(WARM), asAgentsSay(0)));
    }

    @Test
    void whatARunSaysExpresslyGoesBeforeTheAgents() throws WorkbenchException {
        assertEquals(
                said(allWith(null), new SpeakingSettings(0.0, null, null, 0)),
                said(allWith(WARM), new SpeakingSettings(0.0, null, null, 0)));
    }

    @Test
    void anAgentsSeedStaysWhenTheRunsChanges() throws WorkbenchException {
        Sampling loose = new Sampling(1.5, null, null);
        assertEquals(said(allWith(WARM), asAgentsSay(1)), said(allWith(WARM), asAgentsSay(2)));
        assertNotEquals(said(allWith(loose), asAgentsSay(1)), said(allWith(loose), asAgentsSay(2)));
    }

    @Test
    void runsSayHowEachAgentSampled() {
        SpeakingSettings cold = new SpeakingSettings(0.2, null, null, 5);
        assertEquals(new Sampling(0.2, 0.9, 42L), cold.settled(allWith(WARM)).get("planner"));
        assertEquals(new Sampling(0.2, 1.0, 5L), cold.settled(allWith(null)).get("solver"));
    }
}
