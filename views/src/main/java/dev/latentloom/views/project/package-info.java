/** The open project: opened, saved, recovered, and what changes it from outside. */
@NullMarked
package dev.latentloom.views.project;

import org.jspecify.annotations.NullMarked;
