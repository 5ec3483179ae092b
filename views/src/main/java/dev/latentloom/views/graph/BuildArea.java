package dev.latentloom.views.graph;

import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** Build in the rail: the palette at the left, the canvas, the inspector at the right. */
public final class BuildArea implements Area {
    private final BuildViewModel model;
    private final Runnable run;
    private @Nullable BuildView view;

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
        return view().root();
    }

    @Override
    public Node palette() {
        return view().palette();
    }

    private BuildView view() {
        BuildView made = view == null ? new BuildView(model, run) : view;
        view = made;
        return made;
    }

    @Override
    public Node inspector() {
        return new InspectorView(model).root();
    }
}
