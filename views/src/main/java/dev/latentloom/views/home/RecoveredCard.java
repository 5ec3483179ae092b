package dev.latentloom.views.home;

/**
 * Recovered work as Home offers it.
 *
 * @param title name of its project
 * @param text when it was written down, and how it stands to what was saved
 * @param open opens the project with it
 * @param keep drops it: what was saved stays
 * @param compare shows what differs
 */
public record RecoveredCard(
        String title, String text, Runnable open, Runnable keep, Runnable compare) {}
