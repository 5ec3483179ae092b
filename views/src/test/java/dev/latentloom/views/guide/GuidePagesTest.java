package dev.latentloom.views.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class GuidePagesTest {
    @Test
    void everyPageHasATitleAndSomethingToRead() {
        for (String name : GuidePages.NAMES) {
            List<GuideLine> lines = GuidePages.lines(name);
            assertEquals(GuideLine.Kind.TITLE, lines.getFirst().kind(), name);
            assertTrue(lines.size() > 5, name);
        }
    }

    @Test
    void noLinkLeadsNowhere() {
        for (String name : GuidePages.NAMES) {
            GuidePages.lines(name).stream()
                    .flatMap(line -> line.spans().stream())
                    .filter(span -> span.kind() == GuideSpan.Kind.LINK)
                    .forEach(
                            span ->
                                    assertTrue(
                                            GuidePages.NAMES.contains(span.page()),
                                            name + " leads to " + span.page()));
        }
    }

    @Test
    void anAreaWithoutAPageGetsHome() {
        assertEquals("home", GuidePages.of("lab"));
        assertEquals("train", GuidePages.of("train"));
    }

    @Test
    void aLineIsReadInPieces() {
        GuideLine line = GuideLine.read("- **Links**: see `x` and [Run](run), *now*");
        assertEquals(GuideLine.Kind.POINT, line.kind());
        assertEquals(
                List.of("Links", ": see ", "x", " and ", "Run", ", ", "now"),
                line.spans().stream().map(GuideSpan::text).toList());
        assertEquals("run", line.spans().get(4).page());
    }
}
