package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.AddChoice;
import dev.latentloom.views.graph.AddChoices;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.Place;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Puts things from the palette and from the quick-add list onto the canvas. */
record Adding(GraphCanvas canvas, QuickAdd list) {

    /** Puts something on what lies under a point of the canvas. */
    boolean drop(AddChoice choice, double x, double y) {
        Viewport viewport = canvas.viewport();
        Spot spot = viewport.toDrawing(x, y);
        Hit hit = new HitTest(canvas.drawing()).at(spot, viewport.scale());
        List<String> under =
                canvas.model().selection().contains(hit.id())
                        ? List.copyOf(canvas.model().selection())
                        : List.of(hit.id());
        add(choice, Place.on(canvas.model().draft(), spot.snapped(), under), null);
        canvas.requestFocus();
        return true;
    }

    /** Puts something on what is selected, or into the middle of what is seen. */
    void inView(AddChoice choice) {
        add(choice, place(canvas.getWidth() / 2, canvas.getHeight() / 2), null);
        canvas.requestFocus();
    }

    /** Opens the list of what can be added at a point of the canvas, and joined to a port. */
    void open(double x, double y, @Nullable Port from) {
        Place place = place(x, y);
        list.open(
                x,
                y,
                canvas,
                text -> AddChoices.fitting(text, place, from, canvas.model().models()),
                choice -> add(choice, place, from));
    }

    private Place place(double x, double y) {
        BuildViewModel model = canvas.model();
        Spot spot = canvas.viewport().toDrawing(x, y).snapped();
        return Place.on(model.draft(), canvas.drawing().free(spot), model.selection());
    }

    private void add(AddChoice choice, Place place, @Nullable Port from) {
        BuildViewModel model = canvas.model();
        AddChoices.edit(choice, place, from, model.models())
                .ifPresentOrElse(
                        model::add,
                        () ->
                                canvas.say(
                                        Messages.text(
                                                "graph.add.elsewhere",
                                                choice.label(),
                                                choice.detail())));
    }
}
