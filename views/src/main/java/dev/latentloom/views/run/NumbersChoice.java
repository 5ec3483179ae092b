package dev.latentloom.views.run;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Arrays;
import java.util.List;

/** Whole numbers people type with commas between them; at least one. */
public final class NumbersChoice {
    private final int least;
    private final int most;
    private final StringProperty text;
    private final BooleanBinding valid;

    NumbersChoice(int least, int most, String usual) {
        this.least = least;
        this.most = most;
        text = new SimpleStringProperty(this, "text", usual);
        valid = Bindings.createBooleanBinding(() -> !numbers().isEmpty(), text);
    }

    /** The numbers in their order, each once; none where the text is not valid. */
    public List<Integer> numbers() {
        try {
            List<Integer> numbers =
                    Arrays.stream(text.get().split(",", -1))
                            .map(part -> Integer.valueOf(part.strip()))
                            .distinct()
                            .toList();
            boolean within = numbers.stream().allMatch(number -> number >= least && number <= most);
            return within ? numbers : List.of();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Whether the text is a list of numbers within bounds. */
    public BooleanBinding validProperty() {
        return valid;
    }

    /** Bounds as people read them. */
    public String bounds() {
        return least + "–" + most;
    }
}
