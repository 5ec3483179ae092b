package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.PromptParts;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.QuestionSource;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the model of an agent will read, rendered while it is typed, with its tokens counted. */
final class PromptPane {
    private final PromptPreview preview;
    private final Map<String, Integer> thoughts = new HashMap<>(); // in each slot that is filled
    private final Parent root;
    private Runnable again = () -> {};

    @FXML private Label count;
    @FXML private CheckBox first;
    @FXML private ScrollPane scroll;
    @FXML private TextFlow rendered;
    @FXML private Label failure;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields that the form names
    PromptPane(PromptPreview preview) {
        this.preview = preview;
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(first, scroll, count, failure)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        scroll.prefViewportHeightProperty().bind(rendered.heightProperty());
        first.selectedProperty().addListener((property, old, now) -> again.run());
        preview.textProperty().addListener((property, old, now) -> draw());
        preview.failureProperty().addListener((property, old, now) -> draw());
    }

    /** Shows an agent's prompt. */
    void show(Agent agent, GraphDocument document, @Nullable ModelWidth model) {
        again = () -> show(agent, document, model);
        AgentGraph graph = document.graph();
        List<Edge> heard = graph.into(agent.id());
        boolean loop = heard.stream().anyMatch(graph::feedback);
        first.setVisible(loop && model != null);
        thoughts.clear();
        for (Edge edge : heard) {
            if (!(loop && first.isSelected() && graph.feedback(edge))) {
                int steps = graph.agent(edge.from()).map(Agent::steps).orElse(0);
                thoughts.merge(edge.slot(), steps, Integer::sum);
            }
        }
        QuestionSource question = document.question();
        preview.show(
                model == null
                        ? null
                        : new PromptDraft(
                                model.folder(),
                                agent.system(),
                                agent.prompt(),
                                heard.stream().map(Edge::slot).collect(Collectors.toSet()),
                                thoughts.keySet(),
                                question == null ? "" : question.text()));
        draw();
    }

    private void draw() {
        PromptText text = preview.textProperty().get();
        String why = preview.failureProperty().get();
        failure.setText(why);
        failure.setVisible(why != null);
        scroll.setVisible(text != null);
        count.setVisible(text != null);
        rendered.getChildren().clear();
        if (text == null) {
            return;
        }
        int inSlots = 0;
        boolean asks = false;
        StringBuilder spoken = new StringBuilder();
        for (PromptText.Piece piece : text.pieces()) {
            asks |= piece.slot() && piece.text().equals(PromptParts.QUESTION);
            inSlots += piece.slot() ? thoughts.getOrDefault(piece.text(), 0) : 0;
            Text shown = new Text(piece.slot() ? slot(piece.text()) : piece.text());
            shown.getStyleClass().add(piece.slot() ? style(piece.text()) : "prompt-words");
            rendered.getChildren().add(shown);
            spoken.append(shown.getText());
        }
        scroll.setAccessibleText(spoken.toString());
        String key = asks ? "graph.preview.countWithout" : "graph.preview.count";
        count.setText(Messages.text(key, Figures.count(text.tokens()), inSlots));
    }

    private String slot(String name) {
        return name.equals(PromptParts.QUESTION)
                ? Messages.text("graph.preview.question")
                : Messages.text("graph.preview.slot", name, thoughts.getOrDefault(name, 0));
    }

    private static String style(String name) {
        return name.equals(PromptParts.QUESTION) ? "prompt-question" : "prompt-slot";
    }
}
