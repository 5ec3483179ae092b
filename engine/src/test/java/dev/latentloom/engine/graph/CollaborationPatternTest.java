package dev.latentloom.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;
import java.util.stream.Collectors;

class CollaborationPatternTest {
    @ParameterizedTest
    @EnumSource(CollaborationPattern.class)
    void everySlotHasItsEdgeAndEveryEdgeItsSlot(CollaborationPattern pattern) {
        AgentGraph graph = pattern.graph("new");
        for (Agent agent : graph.agents()) {
            PromptParts parts = PromptParts.of(agent.prompt());
            assertNull(parts.fault());
            Set<String> delivered =
                    graph.into(agent.id()).stream().map(Edge::slot).collect(Collectors.toSet());
            assertEquals(delivered, parts.slots(), agent.id());
            assertTrue(agent.prompt().contains("{{question}}"));
            assertTrue(!agent.system().isBlank());
        }
    }

    @Test
    void feedbackOfTheMixtureGoesToEveryExpert() {
        AgentGraph mixture = CollaborationPattern.MIXTURE.graph("panel");
        assertEquals(6, mixture.edges().size());
        assertEquals(3, mixture.edges().stream().filter(mixture::feedback).count());
        assertEquals("summarizer", mixture.answering());
    }
}
