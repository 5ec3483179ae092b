/** The words, pictures and forms of the workbench, and how they are found. */
@NullMarked
package dev.latentloom.resources;

import org.jspecify.annotations.NullMarked;
