package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * A field for a number that may be left out, checked while it is typed: what is wrong stands under
 * it and changes nothing. A comma is taken for a point.
 */
final class NumberField {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField field;
    private final Label message;
    private boolean showing;

    private NumberField(
            TextField field, Label message, Range range, Consumer<@Nullable BigDecimal> keep) {
        this.field = field;
        this.message = message;
        message.managedProperty().bind(message.visibleProperty());
        message.setVisible(false);
        field.textProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!showing) {
                                boolean good = now.isBlank() || range.holds(now);
                                tell(!good, range.words());
                                if (good) {
                                    keep.accept(now.isBlank() ? null : parsed(now));
                                }
                            }
                        });
    }

    private record Range(String form, BigDecimal least, BigDecimal most) {
        boolean holds(String text) {
            return text.strip().matches(form)
                    && parsed(text).compareTo(least) >= 0
                    && parsed(text).compareTo(most) <= 0;
        }

        String words() {
            return Messages.text(
                    "graph.field.optional", least.toPlainString(), most.toPlainString());
        }
    }

    /** Takes numbers of a range, or nothing. */
    static NumberField real(
            TextField field,
            Label message,
            double least,
            double most,
            Consumer<@Nullable Double> keep) {
        Range range =
                new Range(
                        "\\d{1,6}([.,]\\d{0,9})?",
                        new BigDecimal(Double.toString(least)).stripTrailingZeros(),
                        new BigDecimal(Double.toString(most)).stripTrailingZeros());
        return new NumberField(
                field,
                message,
                range,
                value -> keep.accept(value == null ? null : value.doubleValue()));
    }

    /** Takes whole numbers from 0 on, or nothing. */
    static NumberField whole(
            TextField field, Label message, long most, Consumer<@Nullable Long> keep) {
        Range range = new Range("\\d{1,18}", BigDecimal.ZERO, BigDecimal.valueOf(most));
        return new NumberField(
                field,
                message,
                range,
                value -> keep.accept(value == null ? null : value.longValue()));
    }

    private static BigDecimal parsed(String text) {
        String plain = text.strip().replace(',', '.');
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    }

    private void tell(boolean bad, String text) {
        field.pseudoClassStateChanged(DANGER, bad);
        message.setText(text);
        message.setVisible(bad);
    }

    /** Shows a value; one that is being typed, such as "0.", is left alone. */
    void show(@Nullable Number value) {
        String text = field.getText();
        boolean there =
                value == null
                        ? text.isBlank()
                        : text.strip().matches("\\d+([.,]\\d*)?")
                                && parsed(text).compareTo(new BigDecimal(value.toString())) == 0;
        if (!there) {
            showing = true;
            field.setText(
                    value == null
                            ? ""
                            : new BigDecimal(value.toString())
                                    .stripTrailingZeros()
                                    .toPlainString());
            showing = false;
            tell(false, "");
        }
    }
}
