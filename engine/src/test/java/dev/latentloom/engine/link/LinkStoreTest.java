package dev.latentloom.engine.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@ExtendWith(TestEngine.class)
class LinkStoreTest {
    private static final LinkOrigin ORIGIN =
            new LinkOrigin("a", "b", "task relay", "on-policy", 40, 0.5);

    @TempDir Path project;

    private static LinkSet set(String name, Scope owner, long seed) {
        LinkShape inner = LinkShape.of(LinkDesign.INNER_LN_RES, 4, 4);
        LinkShape outer = LinkShape.of(LinkDesign.OUTER, 4, 6);
        DeviceChoice cpu = DeviceChoice.CPU;
        return new LinkSet(
                name,
                Map.of("plan/ner", TrainableLink.create(inner, 0.2, seed, cpu, owner)),
                Map.of("planner-critic", TrainableLink.create(outer, 1, seed + 1, cpu, owner)));
    }

    private static String key(Executable act) {
        return assertThrows(WorkbenchException.class, act).key();
    }

    @Test
    void whatIsSavedIsLoadedBitForBit() throws Exception {
        LinkStore store = new LinkStore(project);
        assertEquals(List.of(), store.names());
        try (Scope scope = Scope.open()) {
            LinkSet saved = set("warm", scope, 1);
            store.save(set("warm", scope, 9), Map.of()); // overwritten by the next
            store.save(saved, Map.of(LinkKey.outer("planner-critic"), ORIGIN));
            assertEquals(List.of("warm"), store.names());
            LinkSet loaded = store.load("warm", key -> DeviceChoice.CPU, scope);
            assertEquals(saved.parameters(), loaded.parameters());
            for (int i = 0; i < 2; i++) {
                LinkValues was = saved.trainable().get(i).getValue().values();
                LinkValues is = loaded.trainable().get(i).getValue().values();
                assertEquals(saved.trainable().get(i).getKey(), loaded.trainable().get(i).getKey());
                assertEquals(was.shape(), is.shape());
                was.weights().forEach((n, v) -> assertArrayEquals(v, is.weights().get(n), n));
            }
        }
        List<StoredLink> listed = store.folder("warm").list();
        assertEquals(LinkKey.inner("plan/ner"), listed.get(0).key());
        assertEquals(LinkOrigin.UNKNOWN, listed.get(0).origin());
        assertEquals(ORIGIN, listed.get(1).origin());
        try (var left = Files.list(project.resolve("links"))) {
            assertEquals(1, left.count(), "nothing temporary stays");
        }
    }

    @Test
    void widthsThatDoNotFitAreSaidWithBothNumbers() throws Exception {
        try (Scope scope = Scope.open()) {
            LinkSet set = set("warm", scope, 1);
            assertEquals(6, set.outer("planner-critic", 4, 6).out());
            WorkbenchException e =
                    assertThrows(WorkbenchException.class, () -> set.outer("planner-critic", 4, 8));
            assertEquals("link.widths", e.key());
            assertEquals(List.of(4, 6, 4, 8), e.arguments().subList(2, 6));
            assertEquals("link.missing", key(() -> set.inner("critic", 4)));
        }
    }

    @Test
    void damagedSetsAreRefused() throws Exception {
        LinkStore store = new LinkStore(project);
        assertEquals("link.setMissing", key(() -> load(store, "warm")));
        assertEquals("link.setName", key(() -> load(store, "../warm")));
        try (Scope scope = Scope.open()) {
            store.save(set("warm", scope, 1), Map.of());
        }
        Path folder = project.resolve("links/warm");
        edit(folder.resolve("outer-planner-critic.json"), "\"in\" : 4", "\"in\" : 5");
        assertEquals("link.weightSize", key(() -> load(store, "warm")));
        edit(folder.resolve("outer-planner-critic.json"), "\"outer\"", "\"outer_2\"");
        edit(folder.resolve("outer-planner-critic.json"), "\"in\" : 5", "\"in\" : 4");
        assertEquals("link.weightUnknown", key(() -> load(store, "warm")));
        edit(folder.resolve("links.json"), "outer-planner-critic", "../x");
        assertEquals("link.setBroken", key(() -> load(store, "warm")));
    }

    @Test
    void aSetSaysWhatItHandsOverAndOldFilesAreOfTheOfficialKind() throws Exception {
        LinkFolder folder = new LinkStore(project).folder("warm");
        try (Scope scope = Scope.open()) {
            folder.write(set("warm", scope, 1), Map.of(), Handover.OUTER);
        }
        assertEquals(Handover.OUTER, folder.handover());
        Path index = project.resolve("links/warm/links.json");
        edit(index, "\"outer\",", "\"sideways\",");
        assertEquals("link.setBroken", key(folder::handover));
        edit(index, "\"handover\"", "\"unknown\"");
        assertEquals(Handover.OUTER_INNER, folder.handover());
    }

    private static void load(LinkStore store, String name) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            store.load(name, key -> DeviceChoice.CPU, scope);
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertEquals(true, text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void everyDesignRunsAndMapsTheWidth() {
        for (LinkDesign design : LinkDesign.values()) {
            try (Scope scope = Scope.open()) {
                int out = design.inner() ? 4 : 6;
                LinkShape shape = LinkShape.of(design, 4, out);
                TrainableLink link = TrainableLink.create(shape, 0.5, 3, DeviceChoice.CPU, scope);
                Tensor x = scope.floats(new float[] {1, -2, 0.5f, 3, 0, 1, 1, 4}, 1, 2, 4);
                float[] y = TensorKernels.floats(link.forward(x, scope));
                assertEquals(2 * out, y.length, design.id());
                if (design == LinkDesign.INNER) {
                    assertArrayEquals(TensorKernels.floats(x), y, "starts as the identity");
                }
            }
        }
    }
}
