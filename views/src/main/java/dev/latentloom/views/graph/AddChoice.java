package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.Spot;

import java.util.function.Function;

/**
 * Something that can be put on the canvas.
 *
 * @param section key of the heading it stands under
 * @param detail muted words beside its label, such as a model's width
 * @param icon name of its icon in the Feather pack
 * @param edit the edit that puts its upper left corner somewhere
 */
public record AddChoice(
        String section, String label, String detail, String icon, Function<Spot, Edit> edit) {}
