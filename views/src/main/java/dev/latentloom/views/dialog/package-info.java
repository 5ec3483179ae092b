/** Questions the window asks inside itself. */
@NullMarked
package dev.latentloom.views.dialog;

import org.jspecify.annotations.NullMarked;
