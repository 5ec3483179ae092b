package dev.latentloom.views.graph.canvas;

import javafx.scene.input.MouseEvent;

/** Something the mouse does from a press to a release. */
interface Gesture {
    void drag(MouseEvent event);

    void release(MouseEvent event);

    /** Leaves everything as it was before the press. */
    void cancel();
}
