package dev.latentloom.views.home;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Home in the rail. */
public final class HomeArea implements Area {
    private final HomeViewModel model;

    public HomeArea(HomeViewModel model) {
        this.model = model;
    }

    @Override
    public String key() {
        return "home";
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public Node content() {
        return Fxml.load(new HomeView(model));
    }
}
