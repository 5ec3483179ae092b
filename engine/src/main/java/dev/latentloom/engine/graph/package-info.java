/** Who thinks and who listens: agents, edges and the patterns they form; plain data. */
@NullMarked
package dev.latentloom.engine.graph;

import org.jspecify.annotations.NullMarked;
