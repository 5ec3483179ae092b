package dev.latentloom.views.library;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.TabStrip;
import dev.latentloom.views.control.WhileShown;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;
import javafx.util.Duration;

/** Library in the rail: models with a pane to try them, and the kept runs of the project. */
public final class LibraryArea implements Area {
    private static final Duration PERIOD = Duration.seconds(2);

    private final LibraryViewModel models;
    private final RunsViewModel runs;

    public LibraryArea(LibraryViewModel models, RunsViewModel runs) {
        this.models = models;
        this.runs = runs;
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
        TabStrip tabs = new TabStrip();
        tabs.add(Messages.text("library.tab.models"), () -> Fxml.load(new LibraryView(models)));
        tabs.add(Messages.text("library.tab.runs"), () -> RunsView.of(runs));
        tabs.openProperty().bindBidirectional(runs.tabProperty());
        WhileShown.every(PERIOD, tabs, runs::refresh); // others make runs too
        return tabs;
    }
}
