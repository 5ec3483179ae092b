package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.views.graph.document.LinkParameters;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The numbers that wires show are those of the links that the engine makes. */
class LinkParametersTest {
    @Test
    void everyOuterDesignCanBeDrawn() {
        Set<String> outer =
                Arrays.stream(LinkDesign.values())
                        .filter(design -> !design.inner())
                        .map(LinkDesign::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(outer, new TreeSet<>(LinkParameters.OUTER_DESIGNS));
    }

    @Test
    void countsAreThoseOfTheEngine() throws Exception {
        for (String id : LinkParameters.OUTER_DESIGNS) {
            LinkDesign design = LinkDesign.of(id);
            assertEquals(
                    LinkShape.of(design, 64, 96).parameters(),
                    LinkParameters.outer(id, 64, 96),
                    id);
        }
        assertEquals(
                LinkShape.of(LinkDesign.INNER_LN_RES, 80, 80).parameters(),
                LinkParameters.inner(80));
    }
}
