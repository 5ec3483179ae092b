/** The window around every area: rail, menus, dock, command palette. */
@NullMarked
package dev.latentloom.views.shell;

import org.jspecify.annotations.NullMarked;
