/** The sample tasks in miniature: tables, exact answers, and what their tiny agents learn from. */
@NullMarked
package dev.latentloom.engine.task;

import org.jspecify.annotations.NullMarked;
