package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.task.RelayTask;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class RunDefaultsTest {
    private static final AgentGraph GRAPH = new RelayTask().graph();

    private static Handover chosen(String links, @Nullable Handover asked)
            throws WorkbenchException {
        RunDefaults defaults =
                new RunDefaults(
                        null,
                        List.of("plain", "tutorial", TeamLinks.SOFT_TOKEN, TeamLinks.UNTRAINED),
                        set -> set.equals("tutorial") ? Handover.OUTER : Handover.OUTER_INNER);
        RunSettings given =
                new RunSettings(
                        RunMode.LATENT,
                        links,
                        null,
                        null,
                        null,
                        asked,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0);
        return defaults.choices(given, GRAPH).handover();
    }

    @Test
    void linksAreHandedOverAsTheyWereTrainedUnlessAskedOtherwise() throws Exception {
        assertEquals(Handover.OUTER, chosen("tutorial", null));
        assertEquals(Handover.OUTER_INNER, chosen("plain", null));
        assertEquals(Handover.OUTER_INNER, chosen("tutorial", Handover.OUTER_INNER));
        assertEquals(Handover.OUTER, chosen(TeamLinks.SOFT_TOKEN, null));
        assertEquals(Handover.OUTER_INNER, chosen(TeamLinks.UNTRAINED, null));
    }
}
