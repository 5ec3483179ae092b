package dev.latentloom.views.run;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A number people may type or leave out; left out means: as the project says. */
public final class NumberChoice {
    private final double least;
    private final double most;
    private final boolean whole;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanBinding valid = Bindings.createBooleanBinding(this::isValid, text);

    private NumberChoice(double least, double most, boolean whole) {
        this.least = least;
        this.most = most;
        this.whole = whole;
    }

    /** A whole number within bounds. */
    public static NumberChoice whole(long least, long most) {
        return new NumberChoice(least, most, true);
    }

    /** Any number within bounds. */
    public static NumberChoice real(double least, double most) {
        return new NumberChoice(least, most, false);
    }

    private boolean isValid() {
        String typed = text.get().strip();
        if (typed.isEmpty()) {
            return true;
        }
        try {
            double value = Double.parseDouble(typed);
            return value >= least && value <= most && (!whole || value == Math.rint(value));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The whole number that was typed, null where none was. */
    public @Nullable Integer integer() {
        Double value = real();
        return value == null ? null : value.intValue();
    }

    /** The number that was typed, null where none was or it is not valid. */
    public @Nullable Double real() {
        String typed = text.get().strip();
        return typed.isEmpty() || !valid.get() ? null : Double.valueOf(typed);
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Whether the text is empty or a number within bounds. */
    public BooleanBinding validProperty() {
        return valid;
    }

    /** Bounds as people read them. */
    public String bounds() {
        String format = whole ? "%.0f–%.0f" : "%s–%s";
        return String.format(Locale.ROOT, format, least, most);
    }
}
