package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.resources.Messages;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** An agent on the map: role and state dot, model, hidden width. */
final class TeamNode extends VBox {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Agent agent;

    TeamNode(Agent agent, @Nullable Integer hidden, boolean answers) {
        this.agent = agent;
        getStyleClass().add("team-node");
        Label role = new Label(agent.role());
        role.getStyleClass().add("team-role");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region dot = new Region();
        dot.getStyleClass().add("state-dot");
        HBox head = new HBox(role, gap, dot);
        head.getStyleClass().add("row");
        String model = agent.model();
        Label name = new Label(model == null ? Messages.text("run.node.noModel") : model);
        name.getStyleClass().add("note");
        String width = hidden == null ? "" : Messages.text("run.node.width", hidden);
        Label facts = new Label(answers ? Messages.text("run.node.answers", width) : width);
        facts.getStyleClass().addAll("badge", "figure");
        getChildren().setAll(head, name, facts);
        show(TurnState.WAITING);
    }

    void show(TurnState state) {
        pseudoClassStateChanged(RUNNING, state == TurnState.RUNNING);
        pseudoClassStateChanged(DONE, state == TurnState.DONE);
        pseudoClassStateChanged(FAILED, state == TurnState.FAILED);
        setAccessibleText(
                Messages.text("run.node." + state.name().toLowerCase(Locale.ROOT), agent.role()));
    }
}
