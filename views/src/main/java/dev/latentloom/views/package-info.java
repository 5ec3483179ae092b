/** The screens of the workbench. */
@NullMarked
package dev.latentloom.views;

import org.jspecify.annotations.NullMarked;
