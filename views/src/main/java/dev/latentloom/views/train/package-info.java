/** Train: choose a recipe and data, watch every link learn, keep what was learned. */
@NullMarked
package dev.latentloom.views.train;

import org.jspecify.annotations.NullMarked;
