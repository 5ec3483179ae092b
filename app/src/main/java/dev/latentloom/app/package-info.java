/** Where everything is put together: the window, the command line, the launcher. */
@NullMarked
package dev.latentloom.app;

import org.jspecify.annotations.NullMarked;
