/** Curves behind our own class; the chart library is known only here. */
@NullMarked
package dev.latentloom.views.plot;

import org.jspecify.annotations.NullMarked;
