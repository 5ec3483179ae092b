/** Jobs as the window sees them: queue, progress, history, and the log. */
@NullMarked
package dev.latentloom.views.job;

import org.jspecify.annotations.NullMarked;
