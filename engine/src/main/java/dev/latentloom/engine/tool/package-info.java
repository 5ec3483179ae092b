/** Tools an agent may call from what it decodes. */
@NullMarked
package dev.latentloom.engine.tool;

import org.jspecify.annotations.NullMarked;
