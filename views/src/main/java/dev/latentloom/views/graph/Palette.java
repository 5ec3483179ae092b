package dev.latentloom.views.graph;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** What can be dragged onto the canvas; Enter, or a double click, puts it in the middle. */
final class Palette extends VBox {
    private static final double BESIDE = 12;

    private final Target target;
    private final Label ghost = new Label();

    /** Where things are dropped. */
    interface Target {
        /** Drops at a point of the scene; false where that is not on the canvas. */
        boolean drop(AddChoice choice, double sceneX, double sceneY);

        /** Drops in the middle of the canvas. */
        void add(AddChoice choice);
    }

    Palette(List<AddChoice> choices, Target target) {
        this.target = target;
        getStyleClass().add("agent-palette");
        ghost.getStyleClass().add("palette-ghost");
        ghost.setManaged(false);
        ghost.setMouseTransparent(true);
        String section = "";
        for (AddChoice choice : choices) {
            if (!choice.section().equals(section)) {
                section = choice.section();
                Label title = new Label(section);
                title.getStyleClass().add("palette-section");
                getChildren().add(title);
            }
            getChildren().add(item(choice));
        }
    }

    private HBox item(AddChoice choice) {
        Label label = new Label(choice.label(), new FontIcon(choice.icon()));
        HBox item = new HBox(label);
        item.getStyleClass().add("palette-item");
        item.setFocusTraversable(true);
        item.setAccessibleText(choice.label() + ", " + choice.detail());
        Tooltip.install(item, new Tooltip(choice.detail()));
        item.setOnMouseDragged(event -> drag(choice, event));
        item.setOnMouseReleased(event -> release(choice, event));
        item.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && event.isStillSincePress()) {
                        target.add(choice);
                    }
                });
        item.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        target.add(choice);
                        event.consume();
                    }
                });
        return item;
    }

    private void drag(AddChoice choice, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isStillSincePress()) {
            takeUp(choice);
            Point2D at = ghost.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
            ghost.relocate(at.getX() + BESIDE, at.getY() + BESIDE);
        }
    }

    /** The thing in the hand is drawn over the whole window: it leaves its own pane. */
    private void takeUp(AddChoice choice) {
        ghost.setText(choice.label());
        if (ghost.getParent() == null && getScene().getRoot() instanceof Pane over) {
            over.getChildren().add(ghost);
            ghost.applyCss();
        }
        ghost.autosize();
    }

    private void release(AddChoice choice, MouseEvent event) {
        if (ghost.getParent() instanceof Pane over) {
            over.getChildren().remove(ghost);
            target.drop(choice, event.getSceneX(), event.getSceneY());
        }
    }
}
