package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.LayoutEdits;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;

/** What can be done at the place of a right click. */
record CanvasMenu(GraphCanvas canvas, Selection selection) {

    void show(double x, double y, double screenX, double screenY) {
        BuildViewModel model = canvas.model();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("add", true, () -> canvas.quickAdd(x, y, null)),
                        item(
                                "paste",
                                true,
                                () -> selection.paste(canvas.viewport().toDrawing(x, y).snapped())),
                        item("arrange", true, model::arrange),
                        item("fit", true, canvas::fit));
        if (!model.selection().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(nodeItems());
        }
        menu.show(canvas, screenX, screenY);
    }

    private List<MenuItem> nodeItems() {
        BuildViewModel model = canvas.model();
        List<Agent> agents = selection.agents();
        boolean nodes = !selection.nodes().isEmpty();
        boolean several = selection.nodes().size() > 1;
        return List.of(
                item("rename", true, () -> canvas.edit(model.selection().iterator().next())),
                item(
                        "answering",
                        agents.size() == 1,
                        () -> model.apply(EdgeEdits.answering(agents.getFirst()))),
                item("copy", nodes, selection::copy),
                item("duplicate", nodes, selection::duplicate),
                item("mute", !agents.isEmpty(), selection::mute),
                item("bypass", !agents.isEmpty(), selection::bypass),
                item("group", nodes, () -> selection.group(Messages.text("graph.group.title"))),
                item("alignLeft", several, () -> selection.align(LayoutEdits.Side.LEFT)),
                item("alignTop", several, () -> selection.align(LayoutEdits.Side.TOP)),
                item("remove", true, selection::remove));
    }

    private static MenuItem item(String key, boolean enabled, Runnable act) {
        MenuItem item = new MenuItem(Messages.text("graph.menu." + key));
        item.setDisable(!enabled);
        item.setOnAction(event -> act.run());
        return item;
    }
}
