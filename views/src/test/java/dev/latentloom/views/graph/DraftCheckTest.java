package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.views.graph.document.AgentFields;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Teams;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class DraftCheckTest {
    private final BuildViewModel model =
            new BuildViewModel(Teams.sequential(), Teams.MODELS, Runnable::run, Runnable::run);

    @Test
    void aSoundTeamIsRunnable() {
        assertEquals(Map.of(), model.problems());
        assertTrue(model.runnableProperty().get());
    }

    @Test
    void anErrorIsShownWhereItIsAndUndoMendsIt() {
        model.apply(AgentFields.model(agent("critic"), null));
        assertEquals(Set.of("critic"), model.problems().keySet());
        assertFalse(model.runnableProperty().get());
        model.undo();
        assertTrue(model.problems().isEmpty());
        assertTrue(model.runnableProperty().get());
    }

    @Test
    void aModelThatCannotThinkKeepsTheTeamFromRunning() {
        model.apply(AgentFields.model(agent("critic"), "models/old"));
        assertEquals(new Remark("GGUF file", true), model.problems().get("critic"));
    }

    @Test
    void anEdgeWithoutItsSlotIsShownByItsReceiver() {
        model.apply(AgentFields.prompt(agent("solver"), "{{question}}"));
        Remark remark = model.problems().get("solver");
        assertNotNull(remark);
        assertTrue(remark.error(), remark.text());
    }

    @Test
    void aTextOnlyAgentIsARemarkBecauseTheTeamStillRunsInText() {
        model.apply(AgentFields.textOnly(agent("critic"), true));
        Remark remark = model.problems().get("critic");
        assertNotNull(remark);
        assertFalse(remark.error(), remark.text());
        assertTrue(model.runnableProperty().get());
    }

    @Test
    void aMutedAnswererIsAProblemOfTheTeam() {
        Draft muted = model.draft().edit(document -> document.withMuted(List.of("solver")));
        model.open(muted);
        assertTrue(model.problems().containsKey(DraftCheck.TEAM));
        assertFalse(model.runnableProperty().get());
    }

    private Agent agent(String id) {
        return model.draft().document().graph().agent(id).orElseThrow();
    }
}
