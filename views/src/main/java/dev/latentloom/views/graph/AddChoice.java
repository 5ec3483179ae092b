package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.Edit;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that can be put on the canvas.
 *
 * @param section heading it stands under
 * @param detail muted words beside its label, such as a model's width
 * @param icon name of its icon in the Feather pack
 * @param edit the edit that puts it somewhere; empty where it cannot be put there
 */
public record AddChoice(
        String section,
        String label,
        String detail,
        String icon,
        Function<Place, Optional<Edit>> edit) {}
