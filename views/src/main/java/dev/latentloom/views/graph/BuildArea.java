package dev.latentloom.views.graph;

import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Build in the rail: the canvas in the middle, the inspector at the right. */
public final class BuildArea implements Area {
    private final BuildViewModel model;
    private final Runnable run;

    /**
     * @param run shows the Run area with the team that is drawn
     */
    public BuildArea(BuildViewModel model, Runnable run) {
        this.model = model;
        this.run = run;
    }

    @Override
    public String key() {
        return "build";
    }

    @Override
    public String icon() {
        return "fth-share-2";
    }

    @Override
    public Node content() {
        return new BuildView(model, run).root();
    }

    @Override
    public Node inspector() {
        return new InspectorView(model).root();
    }
}
