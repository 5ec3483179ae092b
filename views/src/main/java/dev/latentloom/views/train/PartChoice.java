package dev.latentloom.views.train;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A part of the chosen recipe and what it is changed to; nothing typed means: as the recipe. */
public final class PartChoice {
    private final RecipePart part;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanBinding departs;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");

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

    void refuse(boolean now) {
        refused.set(now);
    }

    /** Whether what it is changed to cannot be. */
    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Whether this departs from the recipe. */
    public BooleanBinding departsProperty() {
        return departs;
    }
}
