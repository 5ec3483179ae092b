package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Converters;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.stream.Collectors;

/** The controller of RunSettingsView.fxml. */
public final class RunSettingsView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML private ChoiceBox<RunKind> kind;
    @FXML private ChoiceBox<@Nullable String> links;
    @FXML private TextField steps;
    @FXML private TextField rounds;
    @FXML private ChoiceBox<Control> control;
    @FXML private ChoiceBox<@Nullable Handover> handover;
    @FXML private TextField temperature;
    @FXML private TextField newTokens;
    @FXML private TextField seed;
    @FXML private Label complaint;
    private final RunViewModel model;
    private final RunChoices choices;

    private RunSettingsView(RunViewModel model) {
        this.model = model;
        this.choices = model.choices();
    }

    /** The settings of a run, for the right of the window. */
    static Node of(RunViewModel model) {
        return Fxml.load(new RunSettingsView(model));
    }

    @FXML
    private void initialize() {
        kind.getItems().setAll(RunKind.values());
        kind.setConverter(Converters.named(item -> Messages.text(item.key())));
        kind.valueProperty().bindBidirectional(choices.kindProperty());
        links.setItems(choices.linkSets());
        links.valueProperty().bindBidirectional(choices.linksProperty());
        control.getItems().setAll(Control.values());
        control.setConverter(Converters.named(item -> Messages.text("run.control." + low(item))));
        control.valueProperty().bindBidirectional(choices.controlProperty());
        handover.getItems().setAll(null, Handover.OUTER, Handover.OUTER_INNER);
        handover.setConverter(
                Converters.optional(
                        Messages.text("run.usual.project"),
                        item -> Messages.text("run.handover." + low(item))));
        handover.valueProperty().bindBidirectional(choices.handoverProperty());
        bind(steps, choices.steps(), "run.m");
        bind(rounds, choices.rounds(), "run.n");
        bind(temperature, choices.temperature(), "run.temperature");
        bind(newTokens, choices.newTokens(), "run.newTokens");
        bind(seed, choices.seed(), "run.seed");
        explain();
        complaint.setText(Messages.text("run.settings.invalid"));
        complaint.visibleProperty().bind(choices.validProperty().not());
        model.projectProperty().subscribe(this::showDefaults);
    }

    private static String low(Enum<?> item) {
        return item.name().toLowerCase(Locale.ROOT);
    }

    private static void bind(TextField field, NumberChoice choice, String name) {
        field.textProperty().bindBidirectional(choice.textProperty());
        field.setAccessibleText(Messages.text(name));
        field.setTooltip(new Tooltip(Messages.text(name + ".tip", choice.bounds())));
        choice.validProperty().subscribe(valid -> field.pseudoClassStateChanged(DANGER, !valid));
    }

    private void explain() {
        kind.setTooltip(new Tooltip(Messages.text("run.mode.tip")));
        kind.setAccessibleText(Messages.text("run.mode"));
        links.setTooltip(new Tooltip(Messages.text("run.links.tip")));
        links.setAccessibleText(Messages.text("run.links"));
        control.setTooltip(new Tooltip(Messages.text("run.control.tip")));
        control.setAccessibleText(Messages.text("run.control"));
        handover.setTooltip(new Tooltip(Messages.text("run.handover.tip")));
        handover.setAccessibleText(Messages.text("run.handover"));
        links.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !choices.usesLinks(), choices.kindProperty()));
    }

    private void showDefaults(@Nullable RunProject project) {
        if (project == null) {
            return;
        }
        String usual =
                project.graph().agents().stream()
                        .map(Agent::steps)
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        steps.setPromptText(Messages.text("run.usual", usual));
        rounds.setPromptText(Messages.text("run.usual", project.graph().rounds()));
        temperature.setPromptText(Messages.text("run.usual.project"));
        newTokens.setPromptText(Messages.text("run.usual.project"));
        seed.setPromptText("0");
    }
}
