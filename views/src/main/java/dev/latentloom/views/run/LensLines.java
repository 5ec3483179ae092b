package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.Map;

/** What the last thought of a turn is near to: the sender's tokens, then each receiver's. */
final class LensLines extends VBox {
    private final Map<String, String> receivers;

    /**
     * @param receivers role of the receiver by id of the edge
     */
    LensLines(LaneModel model, Map<String, String> receivers) {
        this.receivers = receivers;
        getStyleClass().add("lens");
        Shown.when(this, model.lensProperty().isNotNull());
        model.lensProperty()
                .subscribe(
                        lens -> {
                            if (lens != null) {
                                show(lens);
                            }
                        });
    }

    private void show(RunEvent.Lens lens) {
        getChildren()
                .setAll(
                        line(
                                Messages.text(
                                        "run.lens.sender",
                                        lens.step(),
                                        LensWords.line(lens.sender())),
                                "run.lens.sender.tip"));
        lens.receivers()
                .forEach(
                        (edge, near) ->
                                getChildren()
                                        .add(
                                                line(
                                                        Messages.text(
                                                                "run.lens.receiver",
                                                                receivers.getOrDefault(edge, edge),
                                                                LensWords.line(near)),
                                                        "run.lens.receiver.tip")));
    }

    private static Label line(String text, String tip) {
        Label label = new Label(text);
        label.getStyleClass().add("lens-line");
        label.setTooltip(new Tooltip(text + "\n" + Messages.text(tip)));
        return label;
    }
}
