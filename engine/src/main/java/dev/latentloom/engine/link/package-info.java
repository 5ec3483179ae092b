/** Maps between hidden spaces: trained links, training-free ones, and how they are stored. */
@NullMarked
package dev.latentloom.engine.link;

import org.jspecify.annotations.NullMarked;
