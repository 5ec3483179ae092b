/** What lies on this machine: models, and a place to try each of them. */
@NullMarked
package dev.latentloom.views.library;

import org.jspecify.annotations.NullMarked;
