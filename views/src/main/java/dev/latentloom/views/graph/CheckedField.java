package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A field that is checked while it is typed: what is wrong stands under it and changes nothing. */
final class CheckedField {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField field;
    private final Label message;
    private boolean showing;

    CheckedField(TextField field, Label message) {
        this.field = field;
        this.message = message;
        message.managedProperty().bind(message.visibleProperty());
        message.setVisible(false);
    }

    /** Takes whole numbers of a range. */
    void numbers(int least, int most, IntConsumer keep) {
        field.textProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!showing) {
                                number(now.strip(), least, most, keep);
                            }
                        });
    }

    private void number(String text, int least, int most, IntConsumer keep) {
        boolean digits = text.matches("\\d{1,9}");
        boolean good = digits && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        tell(!good, Messages.text("graph.field.number", least, most));
        if (good) {
            keep.accept(Integer.parseInt(text));
        }
    }

    /** Takes any text that is not blank. */
    void words(Consumer<String> keep) {
        field.textProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!showing) {
                                tell(now.isBlank(), Messages.text("graph.field.empty"));
                                if (!now.isBlank()) {
                                    keep.accept(now.strip());
                                }
                            }
                        });
    }

    private void tell(boolean bad, String text) {
        field.pseudoClassStateChanged(DANGER, bad);
        message.setText(text);
        message.setVisible(bad);
    }

    /** Shows a value; one that is being typed, with blanks around it, is left alone. */
    void show(String value) {
        if (!field.getText().strip().equals(value)) {
            showing = true;
            field.setText(value);
            showing = false;
            tell(false, "");
        }
    }
}
