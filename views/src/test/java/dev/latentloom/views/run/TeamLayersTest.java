package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;

import org.junit.jupiter.api.Test;

import java.util.List;

class TeamLayersTest {
    private static List<List<String>> columns(AgentGraph graph) {
        return TeamLayers.of(graph).stream()
                .map(column -> column.stream().map(Agent::id).toList())
                .toList();
    }

    @Test
    void chainStandsInARow() {
        assertEquals(
                List.of(List.of("planner"), List.of("critic"), List.of("solver")),
                columns(CollaborationPattern.SEQUENTIAL.graph("chain")));
    }

    @Test
    void expertsStandInOneColumnBeforeTheSummarizer() {
        assertEquals(
                List.of(
                        List.of("math_expert", "code_expert", "science_expert"),
                        List.of("summarizer")),
                columns(CollaborationPattern.MIXTURE.graph("mixture")));
    }
}
