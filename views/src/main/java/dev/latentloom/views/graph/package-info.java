/** The Build area: its canvas, its palette, and the panes that tell about what is selected. */
@NullMarked
package dev.latentloom.views.graph;

import org.jspecify.annotations.NullMarked;
