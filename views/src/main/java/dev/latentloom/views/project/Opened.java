package dev.latentloom.views.project;

/**
 * A project that was read and is about to be open.
 *
 * @param shown shows it in the rest of the window, on the FX thread
 */
record Opened(OpenProject project, Runnable shown) {}
