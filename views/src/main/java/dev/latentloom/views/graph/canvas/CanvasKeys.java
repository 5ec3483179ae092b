package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.Spot;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** What the keys do while the canvas has the focus. */
final class CanvasKeys {
    private final GraphCanvas canvas;
    private final BuildViewModel model;
    private final Selection selection;

    CanvasKeys(GraphCanvas canvas, Selection selection) {
        this.canvas = canvas;
        this.model = canvas.model();
        this.selection = selection;
    }

    void install(GraphCanvas target) {
        target.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getTarget() == target && press(event)) {
                        event.consume();
                    }
                });
    }

    private boolean press(KeyEvent event) {
        if (event.getCode().isArrowKey()) {
            return arrow(event);
        }
        return event.isShortcutDown() ? shortcut(event) : plain(event.getCode());
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> selection.selectAll();
            case C -> selection.copy();
            case X -> {
                selection.copy();
                selection.remove();
            }
            case V -> selection.paste(middle());
            case D -> selection.duplicate();
            case G -> {
                if (event.isShiftDown()) {
                    selection.ungroup();
                } else {
                    selection.group(Messages.text("graph.group.title"));
                }
            }
            case Z -> {
                if (event.isShiftDown()) {
                    model.redo();
                } else {
                    model.undo();
                }
            }
            case Y -> model.redo();
            case DIGIT0, NUMPAD0 -> canvas.actualSize();
            case PLUS, EQUALS, ADD -> canvas.zoom(ZoomBar.STEP);
            case MINUS, SUBTRACT -> canvas.zoom(1 / ZoomBar.STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case DELETE, BACK_SPACE -> selection.remove();
            case F -> canvas.fit();
            case L -> model.arrange();
            case M -> selection.mute();
            case B -> selection.bypass();
            case F2, ENTER -> model.selection().stream().findFirst().ifPresent(canvas::edit);
            case TAB -> canvas.quickAdd(canvas.getWidth() / 2, canvas.getHeight() / 3, null);
            case ESCAPE -> model.select(List.of());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Arrows move what is selected; with Ctrl they go to the nearest node on that side. */
    private boolean arrow(KeyEvent event) {
        double dx = sign(event.getCode(), KeyCode.LEFT, KeyCode.RIGHT);
        double dy = sign(event.getCode(), KeyCode.UP, KeyCode.DOWN);
        if (event.isShortcutDown()) {
            neighbour(dx, dy);
        } else {
            selection.nudge(dx * Spot.GRID, dy * Spot.GRID);
        }
        return true;
    }

    private static double sign(KeyCode code, KeyCode less, KeyCode more) {
        if (code == less) {
            return -1;
        }
        return code == more ? 1 : 0;
    }

    private void neighbour(double dx, double dy) {
        Drawing drawing = canvas.drawing();
        List<String> nodes = selection.nodes();
        String nearest = nodes.isEmpty() ? drawing.nodes().stream().findFirst().orElse("") : "";
        double least = Double.POSITIVE_INFINITY;
        if (!nodes.isEmpty()) {
            Spot here = drawing.spot(nodes.getLast());
            for (String id : drawing.nodes()) {
                Spot there = drawing.spot(id);
                double ahead = (there.x() - here.x()) * dx + (there.y() - here.y()) * dy;
                double aside =
                        Math.abs((there.x() - here.x()) * dy)
                                + Math.abs((there.y() - here.y()) * dx);
                if (ahead > 0 && ahead + 2 * aside < least) {
                    least = ahead + 2 * aside;
                    nearest = id;
                }
            }
        }
        if (!nearest.isEmpty()) {
            model.select(List.of(nearest));
        }
    }

    private Spot middle() {
        return canvas.viewport().toDrawing(canvas.getWidth() / 2, canvas.getHeight() / 2).snapped();
    }
}
