/** Figures over steps, written for programs that draw them. */
@NullMarked
package dev.latentloom.engine.metric;

import org.jspecify.annotations.NullMarked;
