/** Where people arrive: the first sample, the gallery, recent projects, the doctor. */
@NullMarked
package dev.latentloom.views.home;

import org.jspecify.annotations.NullMarked;
