/** Panes that people arrange: what stands where, as data, and its docking view. */
@NullMarked
package dev.latentloom.views.dock;

import org.jspecify.annotations.NullMarked;
