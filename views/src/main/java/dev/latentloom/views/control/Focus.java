package dev.latentloom.views.control;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

/** Gives the keyboard to what is about to be shown. */
public final class Focus {
    private Focus() {}

    /**
     * Gives a node the keyboard as soon as it is part of a window. A request before that is lost
     * without a word, and what a scroll pane or a sheet holds is part of the window only from the
     * frame on that first shows it.
     */
    public static void onceShown(Node node) {
        if (node.getScene() != null) {
            Platform.runLater(node::requestFocus);
            return;
        }
        node.sceneProperty()
                .addListener(
                        new ChangeListener<Scene>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Scene> scene,
                                    @Nullable Scene before,
                                    @Nullable Scene now) {
                                scene.removeListener(this);
                                Platform.runLater(node::requestFocus);
                            }
                        });
    }
}
