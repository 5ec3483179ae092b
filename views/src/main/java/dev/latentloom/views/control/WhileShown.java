package dev.latentloom.views.control;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/** What is done at once and then again and again while something is shown, and never otherwise. */
public final class WhileShown {
    private WhileShown() {}

    /** Does it every {@code period} on the FX thread while {@code node} is in an open window. */
    public static void every(Duration period, Node node, Runnable act) {
        Timeline clock = new Timeline(new KeyFrame(period, event -> act.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(
                        shown -> {
                            if (shown) {
                                act.run();
                                clock.play();
                            } else {
                                clock.stop();
                            }
                        });
    }
}
