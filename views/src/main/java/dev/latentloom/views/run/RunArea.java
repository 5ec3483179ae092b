package dev.latentloom.views.run;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Run in the rail: questions and data sets at the left, settings at the right. */
public final class RunArea implements Area {
    private final RunViewModel model;
    private final EvaluationViewModel evaluation;
    private final AblationViewModel ablation;

    public RunArea(RunViewModel model, EvaluationViewModel evaluation, AblationViewModel ablation) {
        this.model = model;
        this.evaluation = evaluation;
        this.ablation = ablation;
    }

    @Override
    public String key() {
        return "run";
    }

    @Override
    public String icon() {
        return "fth-play";
    }

    @Override
    public Node content() {
        return Fxml.load(
                new RunView(model, EvaluationView.of(evaluation), AblationView.of(ablation)));
    }

    @Override
    public Node inspector() {
        return RunSettingsView.of(model);
    }
}
