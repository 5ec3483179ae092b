package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.graph.document.AgentFields;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkFact;
import dev.latentloom.views.graph.document.LinkMatch;
import dev.latentloom.views.graph.document.LinkTeam;
import dev.latentloom.views.graph.document.Teams;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which link set a drawn team uses; planner and solver are one model, the critic another. */
class LinkChoicesTest {
    private static final KnownLinks FREE = KnownLinks.trainingFree("soft-token");

    private final BuildViewModel model =
            new BuildViewModel(Teams.sequential(), Teams.MODELS, Runnable::run, Runnable::run);
    private final List<KnownLinks> there = new ArrayList<>();
    private final List<LinkMatch.Names> copied = new ArrayList<>();

    @BeforeEach
    void library() {
        there.add(FREE);
        look();
    }

    private void look() {
        model.links().readBy(new Library(), new Home());
    }

    private final class Library implements LinkLibrary {
        @Override
        public List<KnownLinks> sets(@Nullable Path project) {
            return List.copyOf(there);
        }

        @Override
        public String copy(KnownLinks set, LinkMatch.Names names, Path project) {
            copied.add(names);
            there.addFirst(new KnownLinks("copy", project, null, null, own(96), List.of()));
            return "copy";
        }
    }

    private static final class Home implements LinkHome {
        @Override
        public @Nullable Path folder() {
            return Path.of("project");
        }

        @Override
        public void placed(Consumer<Path> then) {
            then.accept(Path.of("project"));
        }
    }

    /** Links for the drawn team, its critic of some width. */
    private static List<LinkFact> own(int critic) {
        return List.of(
                link(true, "planner", 64, 64),
                link(true, "critic", critic, critic),
                link(true, "solver", 64, 64),
                link(false, "p-c", 64, critic),
                link(false, "c-s", critic, 64),
                link(false, "s-p", 64, 64));
    }

    private static LinkFact link(boolean inner, String id, int in, int out) {
        return new LinkFact(
                inner, id, "outer_ln_res", in, out, 100, 800, 0.0147, "task relay", "on-policy");
    }

    /** A set of another project whose agents have names of their own. */
    private static KnownLinks elsewhere(String plannersModel) {
        AgentGraph graph =
                new AgentGraph(
                        "other",
                        "free-form",
                        List.of(
                                Teams.agent("z", "Z", null),
                                Teams.agent("x", "X", null),
                                Teams.agent("y", "Y", null)),
                        List.of(
                                new Edge("xy", "x", "y", "a", "outer_ln_res"),
                                new Edge("yz", "y", "z", "a", "outer_ln_res"),
                                new Edge("zx", "z", "x", "a", "outer_ln_res")),
                        "z",
                        3);
        Map<String, Path> models =
                Map.of(
                        "x", Path.of("models", plannersModel),
                        "y", Path.of("models", "critic"),
                        "z", Path.of("models", "planner"));
        List<LinkFact> links = new ArrayList<>();
        for (String id : List.of("x", "y", "z")) {
            links.add(link(true, id, 64, 64));
        }
        for (String id : List.of("xy", "yz", "zx")) {
            links.add(link(false, id, 64, 64));
        }
        return new KnownLinks(
                "trained",
                Path.of("elsewhere"),
                "Relay",
                null,
                links,
                List.of(new LinkTeam(graph, models)));
    }

    private @Nullable String used() {
        return model.draft().document().links();
    }

    @Test
    void aTeamWithoutLinksIsToldToChooseSomeAndCanStillRunInText() {
        Remark remark = model.problems().get(DraftCheck.TEAM);
        assertNotNull(remark);
        assertTrue(remark.text().startsWith("No link set is chosen"), remark.text());
        assertTrue(model.runnableProperty().get());
        model.links().choose(model.links().options().getFirst());
        assertEquals("soft-token", used());
        assertNull(model.problems().get(DraftCheck.TEAM));
        model.undo();
        assertNull(used());
    }

    @Test
    void aSetOfAnotherProjectIsCopiedUnderTheNamesOfTheDrawing() {
        there.add(elsewhere("planner"));
        look();
        LinkOption offered = model.links().options().getLast();
        assertEquals("trained", offered.set().name());
        model.links().choose(offered);
        assertEquals("copy", used());
        assertEquals(
                Map.of("planner", "x", "critic", "y", "solver", "z"), copied.getFirst().agents());
        assertEquals(Map.of("p-c", "xy", "c-s", "yz", "s-p", "zx"), copied.getFirst().edges());
        assertEquals(
                "outer_ln_res · 100 parameters · trained 800 steps by on-policy on task relay, last loss 0.0147",
                LinkWords.of(model.links(), false, "p-c"));
    }

    @Test
    void aSetForOtherModelsIsNotOffered() {
        there.add(elsewhere("critic"));
        look();
        assertEquals(1, model.links().options().size());
    }

    @Test
    void aSetForAnotherDesignIsNotOffered() {
        there.add(elsewhere("planner"));
        look();
        Edge first = model.draft().document().graph().edges().getFirst();
        model.apply(EdgeEdits.design(first, "outer_2"));
        assertEquals(1, model.links().options().size());
    }

    @Test
    void aSetOfOtherWidthsIsToldAtTheAgentsThatReceive() {
        there.addFirst(new KnownLinks("wide", Path.of("w"), null, null, own(80), List.of()));
        look();
        LinkOption wide = model.links().options().getFirst();
        assertNotNull(wide.problem());
        model.links().choose(wide);
        Remark remark = model.problems().get("critic");
        assertNotNull(remark);
        assertTrue(remark.text().contains("leads from width 64 to 80"), remark.text());
        Agent critic = model.draft().document().graph().agents().get(1);
        model.apply(AgentFields.model(critic, null));
        Remark without = model.problems().get("critic");
        assertNotNull(without);
        assertTrue(without.text().contains("model"));
    }

    @Test
    void aSetThatIsGoneIsNamed() {
        there.addFirst(new KnownLinks("mine", Path.of("m"), null, "mine", own(96), List.of()));
        look();
        model.links().choose(model.links().options().getFirst());
        assertTrue(LinkWords.of(model.links(), true, "planner").endsWith(", run mine"));
        there.removeFirst();
        look();
        Remark remark = model.problems().get(DraftCheck.TEAM);
        assertNotNull(remark);
        assertTrue(remark.text().contains("mine"), remark.text());
    }
}
