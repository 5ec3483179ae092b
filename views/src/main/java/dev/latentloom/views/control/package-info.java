/** Small reusable controls. */
@NullMarked
package dev.latentloom.views.control;

import org.jspecify.annotations.NullMarked;
