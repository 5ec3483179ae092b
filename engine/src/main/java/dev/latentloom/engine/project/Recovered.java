package dev.latentloom.engine.project;

import org.jspecify.annotations.Nullable;

/**
 * Work that was not saved when its process ended.
 *
 * @param owner the process
 * @param folder folder of the project; null where it never had one
 * @param base fingerprint of the files it began with; others were saved after it where they differ
 * @param at when it was written down, in milliseconds since 1970
 * @param project its name and settings
 * @param graph the team as it was drawn
 * @param layout where its nodes stood
 */
public record Recovered(
        ProcessMark owner,
        @Nullable String folder,
        String base,
        long at,
        Project project,
        GraphFile graph,
        Layout layout) {}
