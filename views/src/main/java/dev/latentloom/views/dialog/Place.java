package dev.latentloom.views.dialog;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A question for the folder of something new.
 *
 * @param key message key of its title
 * @param name what it may be called
 * @param parent where it may lie
 * @param chosen gets a folder that does not exist or is empty
 */
public record Place(String key, String name, Path parent, Consumer<Path> chosen) {}
