package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;

import java.util.Set;

/**
 * How far a leg reaches and which links it teaches.
 *
 * @param turns agent turns that are unrolled; 0 means all rounds
 * @param thoughts of the last of these turns that are thought and judged; 0 means all
 * @param links that learn; none means every link of the stage
 */
record Span(int turns, int thoughts, Set<LinkKey> links) {
    /** All rounds, every thought, every link. */
    static final Span WHOLE = turns(0);

    Span {
        links = Set.copyOf(links);
    }

    /** So many turns with all their thoughts, for every link. */
    static Span turns(int turns) {
        return new Span(turns, 0, Set.of());
    }

    /** Ending of the key of its message: all links learn, or some alone, or by first thoughts. */
    String kind() {
        if (links.isEmpty()) {
            return "";
        }
        return thoughts == 0 ? ".alone" : ".first";
    }

    /** Whether a link of the stage learns. */
    boolean teaches(LinkKey link) {
        return links.isEmpty() || links.contains(link);
    }
}
