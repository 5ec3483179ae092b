/** What runs and how it tells its story: specifications in, events out, both plain data. */
@NullMarked
package dev.latentloom.engine.job;

import org.jspecify.annotations.NullMarked;
