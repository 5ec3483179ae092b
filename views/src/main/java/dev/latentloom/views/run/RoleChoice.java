package dev.latentloom.views.run;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which column of a data file is the question, the answer, the choices or the id. */
public final class RoleChoice {
    private final String role;
    private final ReadOnlyStringWrapper column = new ReadOnlyStringWrapper(this, "column", "");

    RoleChoice(String role) {
        this.role = role;
    }

    void show(String name) {
        column.set(name);
    }

    /** The role, as the command line names it. */
    public String role() {
        return role;
    }

    /** The column; empty where the data has none such. */
    public ReadOnlyStringProperty columnProperty() {
        return column.getReadOnlyProperty();
    }
}
