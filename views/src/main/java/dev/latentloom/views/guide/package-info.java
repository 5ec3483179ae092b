/** The bundled guide: one page an area, opened beside the window. */
@NullMarked
package dev.latentloom.views.guide;

import org.jspecify.annotations.NullMarked;
