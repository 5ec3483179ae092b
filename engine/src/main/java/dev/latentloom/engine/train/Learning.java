package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;

/**
 * Which links learn in a stage; the others stay as they are.
 *
 * @param inner inner links
 * @param outer outer links
 */
record Learning(boolean inner, boolean outer) {
    /** Whether a link learns. */
    boolean of(LinkKey link) {
        return link.inner() ? inner : outer;
    }
}
