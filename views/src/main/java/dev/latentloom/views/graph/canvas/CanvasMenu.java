package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.EditWords;
import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.LinkParameters;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be done at the place of a right click. */
record CanvasMenu(GraphCanvas canvas, Selection selection) {

    void show(double x, double y, double screenX, double screenY) {
        BuildViewModel model = canvas.model();
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(undoItems());
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("add", true, () -> canvas.quickAdd(x, y, null)),
                        item(
                                "paste",
                                true,
                                () -> selection.paste(canvas.viewport().toDrawing(x, y).snapped())),
                        item("arrange", true, model::arrange),
                        item("fit", true, canvas::fit));
        if (!model.selection().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(selection.edge().map(this::wireItems).orElse(nodeItems()));
        }
        menu.show(canvas, screenX, screenY);
    }

    private List<MenuItem> undoItems() {
        BuildViewModel model = canvas.model();
        List<MenuItem> items = new ArrayList<>();
        MenuItem undo = new MenuItem(EditWords.of("undo", model.undoableProperty().get()));
        undo.setDisable(model.undoableProperty().get() == null);
        undo.setOnAction(event -> model.undo());
        MenuItem redo = new MenuItem(EditWords.of("redo", model.redoableProperty().get()));
        redo.setDisable(model.redoableProperty().get() == null);
        redo.setOnAction(event -> model.redo());
        items.add(undo);
        items.add(redo);
        return items;
    }

    private List<MenuItem> wireItems(Edge edge) {
        Menu designs = new Menu(Messages.text("graph.menu.design"));
        for (String design : LinkParameters.OUTER_DESIGNS) {
            MenuItem item = new MenuItem(Messages.text("graph.design." + design));
            item.setDisable(design.equals(edge.design()));
            item.setOnAction(event -> canvas.model().apply(EdgeEdits.design(edge, design)));
            designs.getItems().add(item);
        }
        boolean loop = canvas.drawing().wire(edge.id()).feedback();
        return List.of(
                designs,
                item("rounds", loop, () -> canvas.edit(edge.id())),
                item("remove", true, selection::remove));
    }

    private List<MenuItem> nodeItems() {
        BuildViewModel model = canvas.model();
        List<Agent> agents = selection.agents();
        boolean nodes = !selection.nodes().isEmpty();
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
                item("ungroup", selection.grouped(), selection::ungroup),
                alignment(),
                item("remove", true, selection::remove));
    }

    private Menu alignment() {
        Menu align = new Menu(Messages.text("graph.menu.align"));
        int nodes = selection.nodes().size();
        for (LayoutEdits.Side side : LayoutEdits.Side.values()) {
            String key = "align." + side.name().toLowerCase(Locale.ROOT);
            align.getItems().add(item(key, nodes > 1, () -> selection.align(side)));
        }
        align.getItems().add(item("spreadAcross", nodes > 2, () -> selection.spread(true)));
        align.getItems().add(item("spreadDown", nodes > 2, () -> selection.spread(false)));
        align.setDisable(nodes < 2);
        return align;
    }

    private static MenuItem item(String key, boolean enabled, Runnable act) {
        MenuItem item = new MenuItem(Messages.text("graph.menu." + key));
        item.setDisable(!enabled);
        item.setOnAction(event -> act.run());
        return item;
    }
}
