/** What numbers say and how surely: intervals and tests over items. */
@NullMarked
package dev.latentloom.engine.stats;

import org.jspecify.annotations.NullMarked;
