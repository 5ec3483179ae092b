package dev.latentloom.views.library;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Library in the rail: models in a table, and a pane to try the chosen one. */
public final class LibraryArea implements Area {
    private final LibraryViewModel model;

    public LibraryArea(LibraryViewModel model) {
        this.model = model;
    }

    @Override
    public String key() {
        return "library";
    }

    @Override
    public String icon() {
        return "fth-book";
    }

    @Override
    public Node content() {
        return Fxml.load(new LibraryView(model));
    }
}
