/** Training: tiny agents from scratch, links by recipe, schedules, optimiser and checkpoints. */
@NullMarked
package dev.latentloom.engine.train;

import org.jspecify.annotations.NullMarked;
