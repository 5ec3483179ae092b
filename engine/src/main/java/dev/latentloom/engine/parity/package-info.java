/** Compares this program's numbers and texts with reference values, case by case. */
@NullMarked
package dev.latentloom.engine.parity;

import org.jspecify.annotations.NullMarked;
