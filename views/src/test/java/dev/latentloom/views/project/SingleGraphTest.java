package dev.latentloom.views.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.graph.document.Spot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SingleGraphTest {
    @TempDir Path home;
    private final List<String> failed = new ArrayList<>();

    private void failed(WorkbenchException reason) {
        failed.add(reason.key());
    }

    @Test
    void anExportedGraphComesBackWithItsPlaces() throws Exception {
        Desk desk = new Desk(home);
        desk.project.open(Projects.stored(home.resolve("p")));
        Path file = home.resolve("Ein Gräph.json");
        desk.build.export(file, this::failed);
        Map<String, Spot> spots = desk.build.draft().layout().spots();
        AgentGraph exported = desk.build.draft().document().graph();
        Desk other = new Desk(home);
        other.build.bring(file, new Spot(0, 0), this::failed);
        AgentGraph graph = other.build.draft().document().graph();
        assertEquals(exported.agents(), graph.agents());
        assertEquals(exported.edges(), graph.edges());
        assertEquals(exported.answering(), graph.answering());
        assertEquals(exported.rounds(), graph.rounds());
        for (Agent agent : graph.agents()) {
            assertEquals(spots.get(agent.id()), other.build.draft().layout().at(agent.id()));
        }
        other.build.undo();
        assertEquals(List.of(), other.build.draft().document().graph().agents());
        assertEquals(List.of(), failed);
    }

    @Test
    void aGraphOfAProjectCanBeAddedAndOtherFilesAreRefusedInWords() throws Exception {
        Path folder = Projects.stored(home.resolve("p"));
        Desk desk = new Desk(home);
        desk.project.open(folder);
        int before = desk.build.draft().document().graph().agents().size();
        desk.build.bring(folder.resolve("graphs/team.json"), new Spot(40, 400), this::failed);
        assertEquals(2 * before, desk.build.draft().document().graph().agents().size());
        Path other = Files.writeString(home.resolve("other.json"), "{\"agents\": 3}");
        desk.build.bring(other, new Spot(0, 0), this::failed);
        desk.build.bring(folder.resolve("project.json"), new Spot(0, 0), this::failed);
        desk.build.bring(home.resolve("none.json"), new Spot(0, 0), this::failed);
        assertEquals(
                List.of("project.noGraphFile", "project.noGraphFile", "project.missing"), failed);
    }
}
