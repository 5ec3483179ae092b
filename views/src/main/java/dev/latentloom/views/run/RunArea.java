package dev.latentloom.views.run;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.shell.Area;

import javafx.scene.Node;

/** Run in the rail: questions and data sets at the left, settings at the right. */
public final class RunArea implements Area {
    private final RunViewModel model;
    private final ReplayViewModel replay;
    private final EvaluationViewModel evaluation;
    private final AblationViewModel ablation;

    /**
     * @param replay plays kept runs in the place of the answer
     */
    public RunArea(
            RunViewModel model,
            ReplayViewModel replay,
            EvaluationViewModel evaluation,
            AblationViewModel ablation) {
        this.model = model;
        this.replay = replay;
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
                new RunView(
                        model,
                        replay,
                        evaluation.keptProperty(),
                        () -> EvaluationView.of(evaluation),
                        () -> AblationView.of(ablation)));
    }

    @Override
    public Node inspector() {
        return RunSettingsView.of(model);
    }
}
