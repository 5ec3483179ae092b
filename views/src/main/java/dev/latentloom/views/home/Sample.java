package dev.latentloom.views.home;

import java.nio.file.Path;

/**
 * A bundled project as the gallery shows it.
 *
 * @param folder its folder, holding {@code project.json}
 * @param title what it is called
 * @param tryFirst one sentence: what to try first
 * @param order place in the gallery, lowest first
 */
public record Sample(Path folder, String title, String tryFirst, int order) {}
