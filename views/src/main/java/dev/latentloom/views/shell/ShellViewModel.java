package dev.latentloom.views.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

/** What the window shows: its areas, which one is open, and whose project it is. */
public final class ShellViewModel {
    private final ObservableList<String> areas = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> area = new SimpleObjectProperty<>(this, "area");
    private final StringProperty project = new SimpleStringProperty(this, "project", "");

    /** Keys of the areas that exist, in the order of the rail. */
    public ObservableList<String> areas() {
        return areas;
    }

    /** Opens an area; an area that does not exist leaves things as they are. */
    public void open(String key) {
        if (areas.contains(key)) {
            area.set(key);
        }
    }

    /** Key of the open area; null before the first is shown. */
    public ObjectProperty<@Nullable String> areaProperty() {
        return area;
    }

    /** Name of the open project, empty while none is open. */
    public StringProperty projectProperty() {
        return project;
    }
}
