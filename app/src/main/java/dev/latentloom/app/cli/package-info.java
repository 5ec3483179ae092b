/** The command line: everything the window does, without a window. */
@NullMarked
package dev.latentloom.app.cli;

import org.jspecify.annotations.NullMarked;
