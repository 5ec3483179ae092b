package dev.latentloom.engine.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

class LinkShapeTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "48, 48", "2560, 2560"})
    void officialInnerLinksHaveTheParametersOfTheirFormula(int d) {
        LinkShape shape = LinkShape.of(LinkDesign.INNER_LN_RES, d, d);
        assertEquals(2L * (d * d + d) + 4L * d, shape.parameters());
    }

    @Test
    void thePapersThirteenMillionAreOneInnerLinkOfWidth2560() {
        assertEquals(13_122_560, LinkShape.of(LinkDesign.INNER_LN_RES, 2560, 2560).parameters());
    }

    @ParameterizedTest
    @CsvSource({"48, 64", "64, 48", "1024, 2560"})
    void officialOuterLinksHaveTheParametersOfTheirFormula(int in, int out) {
        LinkShape shape = LinkShape.of(LinkDesign.OUTER_LN_RES, in, out);
        long expected = 3L * in * out + 2L * out * out + 4L * out + 2L * in + 2L * out;
        assertEquals(expected, shape.parameters());
    }

    @Test
    void ablationRowsHaveTheWeightsTheyName() {
        assertEquals(
                List.of("W1.weight", "W1.bias"),
                List.copyOf(LinkShape.of(LinkDesign.OUTER_1, 3, 5).weights().keySet()));
        assertEquals(3 * 5 + 5, LinkShape.of(LinkDesign.OUTER_1, 3, 5).parameters());
        assertEquals(2 * 15 + 5, LinkShape.of(LinkDesign.OUTER_RES_1, 3, 5).parameters());
        assertEquals(15 + 5 + 25 + 5 + 15, LinkShape.of(LinkDesign.OUTER, 3, 5).parameters());
        assertEquals(15 + 5 + 25 + 5, LinkShape.of(LinkDesign.OUTER_2, 3, 5).parameters());
        assertEquals(2 * (9 + 3), LinkShape.of(LinkDesign.INNER, 3, 3).parameters());
        assertEquals(
                List.of(
                        "ln_source.weight",
                        "ln_source.bias",
                        "proj1.weight",
                        "proj1.bias",
                        "proj2.weight",
                        "proj2.bias",
                        "ln_target.weight",
                        "ln_target.bias"),
                List.copyOf(LinkShape.of(LinkDesign.OUTER_LN, 3, 5).weights().keySet()).stream()
                        .toList());
    }

    @Test
    void anInnerLinkKeepsTheWidth() {
        assertThrows(IllegalArgumentException.class, () -> LinkShape.of(LinkDesign.INNER, 3, 5));
    }

    @ParameterizedTest
    @EnumSource
    void equalSeedsGiveEqualBits(LinkDesign design) throws WorkbenchException {
        assertEquals(design, LinkDesign.of(design.id()));
        LinkShape shape = LinkShape.of(design, 6, 6);
        LinkValues first = LinkValues.fresh(shape, 0.25, 7);
        LinkValues second = LinkValues.fresh(shape, 0.25, 7);
        first.weights()
                .forEach((name, values) -> assertArrayEquals(values, second.weights().get(name)));
        String drawn = design.norms() ? "proj1.weight" : "W1.weight";
        float[] other = LinkValues.fresh(shape, 0.25, 8).weights().get(drawn);
        assertFalse(Arrays.equals(first.weights().get(drawn), other));
    }

    @Test
    void theLastNormStartsWhereItIsTold() {
        LinkShape shape = LinkShape.of(LinkDesign.OUTER_LN_RES, 2, 3);
        LinkValues values = LinkValues.fresh(shape, 0.25, 1);
        assertArrayEquals(
                new float[] {0.25f, 0.25f, 0.25f}, values.weights().get("ln_target.weight"));
        assertArrayEquals(new float[] {1, 1}, values.weights().get("ln_source.weight"));
        assertArrayEquals(new float[3], values.weights().get("ln_target.bias"));
    }

    @Test
    void unknownDesignsAreNamed() {
        WorkbenchException e =
                assertThrows(WorkbenchException.class, () -> LinkDesign.of("outer_3"));
        assertEquals("link.unknownDesign", e.key());
        assertEquals("outer_3", e.arguments().getFirst());
    }
}
