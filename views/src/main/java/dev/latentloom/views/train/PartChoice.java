package dev.latentloom.views.train;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A part of the chosen recipe and what it is changed to; nothing typed means: as the recipe. */
public final class PartChoice {
    private final RecipePart part;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanBinding departs;

    PartChoice(RecipePart part) {
        this.part = part;
        departs =
                new BooleanBinding() {
                    {
                        bind(text);
                    }

                    @Override
                    protected boolean computeValue() {
                        String typed = text.get().strip();
                        return !typed.isEmpty() && !typed.equals(part.value());
                    }
                };
    }

    public String key() {
        return part.key();
    }

    /** What the recipe says. */
    public String value() {
        return part.value();
    }

    /** What it is changed to, empty where it is not. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether this departs from the recipe. */
    public BooleanBinding departsProperty() {
        return departs;
    }
}
