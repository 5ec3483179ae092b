/** The drawing itself: nodes, wires, and the gestures that change them. */
@NullMarked
package dev.latentloom.views.graph.canvas;

import org.jspecify.annotations.NullMarked;
