package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Latent steps as ticks that fill one by one; many steps share a tick, and the count says so where
 * there is room for it.
 */
final class StepTicks extends HBox {
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");
    private static final int MOST_TICKS = 32;

    private final LaneModel model;
    private final HBox ticks = new HBox();
    private final Label count = new Label();

    StepTicks(LaneModel model) {
        this.model = model;
        getStyleClass().add("step-ticks");
        ticks.getStyleClass().add("ticks");
        count.getStyleClass().addAll("figure", "step-count");
        getChildren().setAll(ticks, count);
        model.stepsProperty().subscribe(steps -> build(steps.intValue()));
        model.stepsDoneProperty().subscribe(done -> fill());
    }

    private void build(int steps) {
        ticks.getChildren().clear();
        for (int i = 0; i < Math.min(steps, MOST_TICKS); i++) {
            Region tick = new Region();
            tick.getStyleClass().add("tick");
            ticks.getChildren().add(tick);
        }
        fill();
    }

    private void fill() {
        int shown = ticks.getChildren().size();
        int steps = model.stepsProperty().get();
        int done = model.stepsDoneProperty().get();
        int filled = steps == 0 ? 0 : (int) ((long) done * shown / steps);
        for (int i = 0; i < shown; i++) {
            ticks.getChildren().get(i).pseudoClassStateChanged(TAKEN, i < filled);
        }
        count.setText(Messages.text("run.steps", done, steps));
        setAccessibleText(count.getText());
    }

    @Override
    protected void layoutChildren() {
        double needed = ticks.prefWidth(-1) + getSpacing() + count.prefWidth(-1);
        count.setVisible(needed <= Math.ceil(getWidth()));
        super.layoutChildren();
    }
}
