/** Running a team: the walk over its graph, controls, decoding, evaluation and the ledger. */
@NullMarked
package dev.latentloom.engine.run;

import org.jspecify.annotations.NullMarked;
