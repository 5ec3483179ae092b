/** Numbers and words as people read them. */
@NullMarked
package dev.latentloom.views.text;

import org.jspecify.annotations.NullMarked;
