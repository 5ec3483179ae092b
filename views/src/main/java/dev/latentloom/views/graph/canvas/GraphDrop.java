package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;

import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Graph files dragged from outside and let go over the canvas. */
final class GraphDrop {
    private final GraphCanvas canvas;

    GraphDrop(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    void install() {
        canvas.setOnDragOver(
                event -> {
                    if (!graphs(event).isEmpty()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        canvas.setOnDragDropped(
                event -> {
                    List<Path> files = graphs(event);
                    files.forEach(file -> bring(file, event.getX(), event.getY()));
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                });
    }

    private static List<Path> graphs(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    /** Adds the graph of a file where it was let go. */
    void bring(Path file, double x, double y) {
        canvas.model()
                .bring(
                        file,
                        canvas.viewport().toDrawing(x, y).snapped(),
                        reason -> canvas.say(Messages.text(reason.key(), reason.arguments())));
    }
}
