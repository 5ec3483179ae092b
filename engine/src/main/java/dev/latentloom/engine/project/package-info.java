/** Projects as folders of plain text: atomic writes, run folders, nothing ever lost. */
@NullMarked
package dev.latentloom.engine.project;

import org.jspecify.annotations.NullMarked;
