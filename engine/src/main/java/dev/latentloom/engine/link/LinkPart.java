package dev.latentloom.engine.link;

import java.util.Locale;

/** The pieces a link is made of, in the order in which a state passes them. */
enum LinkPart {
    NORM_IN,
    FIRST,
    SECOND,
    SKIP,
    NORM_OUT;

    /** What the kernel calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean norm() {
        return this == NORM_IN || this == NORM_OUT;
    }
}
