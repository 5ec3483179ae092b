package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.Teams;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the drawing is seen: pan, zoom, fit, the map in small, and words that stay readable. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class CanvasViewTest {
    private BuildStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = BuildStage.open(Teams.sequential(), Teams.MODELS, false);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void fitShowsEverythingAgain() throws Exception {
        stage.click(stage.at(500, 320), 1);
        Point2D before = stage.at(0, 0);
        stage.scroll(stage.at(560, 60), 900);
        stage.key(KeyCode.F);
        assertTrue(before.distance(stage.at(0, 0)) < 1e-6);
    }

    @Test
    void keysZoomAboutTheMiddle() throws Exception {
        stage.click(stage.at(500, 320), 1);
        stage.held = Set.of(KeyCode.CONTROL);
        double before = stage.at(0, 0).distance(stage.at(100, 0));
        stage.key(KeyCode.PLUS);
        assertEquals(before * 1.2, stage.at(0, 0).distance(stage.at(100, 0)), 1e-3);
        stage.key(KeyCode.DIGIT0);
        assertEquals(100, stage.at(0, 0).distance(stage.at(100, 0)), 1e-3);
    }

    @Test
    void theSmallMapMovesTheView() throws Exception {
        Node map = stage.scene.lookup(".mini-map");
        Point2D middle = BuildStage.fx(() -> map.localToScene(80, 50));
        Point2D before = stage.at(0, 0);
        stage.drag(middle, middle.add(40, 0));
        assertTrue(stage.at(0, 0).getX() < before.getX() - 50);
        assertTrue(stage.model.selection().isEmpty());
    }

    @Test
    void labelsOfWiresKeepTheirSizeOnTheScreen() throws Exception {
        List<Double> sizes =
                BuildStage.fx(
                        () ->
                                stage.scene.getRoot().lookupAll(".wire-chip").stream()
                                        .filter(Node::isVisible)
                                        .map(
                                                chip ->
                                                        chip.localToScene(chip.getLayoutBounds())
                                                                        .getHeight()
                                                                / chip.getLayoutBounds()
                                                                        .getHeight())
                                        .toList());
        assertFalse(sizes.isEmpty());
        sizes.forEach(size -> assertTrue(size > 0.89, () -> "shown at " + size));
    }

    @Test
    void labelsArePicturesOfThemselvesOnlyWhileANodeIsDragged() throws Exception {
        Point2D from = stage.node("critic");
        assertEquals(Set.of(false), heldLabels());
        stage.press(from, MouseButton.PRIMARY);
        stage.move(from.add(0, 40), MouseButton.PRIMARY);
        assertEquals(Set.of(true), heldLabels());
        stage.release(from.add(0, 40), MouseButton.PRIMARY);
        stage.settle();
        assertEquals(Set.of(false), heldLabels());
    }

    private Set<Boolean> heldLabels() throws Exception {
        return BuildStage.fx(
                () ->
                        stage.scene.getRoot().lookupAll(".wire-chip").stream()
                                .map(Node::isCache)
                                .collect(Collectors.toSet()));
    }

    @Test
    void everyLinkOfARunSaysWhatItCarriedAtFitZoom() throws Exception {
        BuildStage.fx(
                () -> {
                    for (Edge edge : stage.graph().edges()) {
                        stage.model
                                .progress()
                                .wires()
                                .put(edge.id(), new WireStatus(5, true, 0.01));
                    }
                    return true;
                });
        stage.settle();
        List<String> said =
                BuildStage.fx(
                        () ->
                                stage.scene.getRoot().lookupAll(".wire-chip").stream()
                                        .filter(Node::isVisible)
                                        .map(chip -> ((Label) chip).getText().replace('\n', ' '))
                                        .sorted()
                                        .toList());
        assertEquals(3, said.size(), said::toString);
        assertTrue(said.getFirst().contains("5 thoughts"), said::toString);
    }

    @Test
    void anotherDrawingIsShownFromItsBestSide() throws Exception {
        stage.scroll(stage.at(560, 60), 900);
        BuildStage.fx(
                () -> {
                    stage.model.open(Teams.sequential());
                    return true;
                });
        stage.settle();
        Point2D answer = stage.at(1140, 60);
        Point2D question = stage.at(20, 60);
        assertTrue(question.getX() > 170 && answer.getX() < 1080, question + " " + answer);
    }
}
