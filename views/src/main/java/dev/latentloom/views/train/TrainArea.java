package dev.latentloom.views.train;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Train in the rail: curves and what they led to in the middle, settings at the right. */
public final class TrainArea implements Area {
    private final TrainViewModel model;

    public TrainArea(TrainViewModel model) {
        this.model = model;
    }

    @Override
    public String key() {
        return "train";
    }

    @Override
    public String icon() {
        return "fth-trending-down";
    }

    @Override
    public Node content() {
        return Fxml.load(new TrainView(model));
    }

    @Override
    public Node inspector() {
        return Fxml.load(new TrainSettingsView(model));
    }
}
