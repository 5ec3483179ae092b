package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.QuestionSource;
import dev.latentloom.views.graph.document.TeamMemory;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.ToLongFunction;

/** The inspector of the whole team: question, rounds, and the memory it will need. */
final class TeamPane {
    private static final int MOST_ROUNDS = 64;

    private final BuildViewModel model;
    private final LinkSetPane linkSetPane;
    private final Parent root;
    private boolean showing;

    @FXML private Label title;
    @FXML private Label pattern;
    @FXML private TextArea question;
    @FXML private TextField rounds;
    @FXML private Label roundsMessage;
    @FXML private VBox bars;
    @FXML private Label weights;
    @FXML private Pane linkSet;
    @FXML private Label links;
    @FXML private Label cache;
    private CheckedField checkedRounds;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields and calls initialize
    TeamPane(BuildViewModel model) {
        this.model = model;
        linkSetPane = new LinkSetPane(model);
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        linkSet.getChildren().add(linkSetPane.root());
        checkedRounds = new CheckedField(rounds, roundsMessage);
        checkedRounds.numbers(1, MOST_ROUNDS, n -> model.apply(EdgeEdits.rounds(n)));
        question.textProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!showing) {
                                model.apply(NoteEdits.question(now));
                            }
                        });
    }

    void show(GraphDocument document) {
        showing = true;
        AgentGraph graph = document.graph();
        title.setText(graph.name());
        pattern.setText(
                Messages.text(
                        "graph.team.summary",
                        graph.pattern(),
                        graph.agents().size(),
                        graph.edges().size()));
        checkedRounds.show(Integer.toString(graph.rounds()));
        QuestionSource source = document.question();
        String text = source == null ? "" : source.text();
        if (!question.getText().equals(text)) {
            question.setText(text);
        }
        linkSetPane.show();
        show(TeamMemory.of(document.effective(), model.models()));
        showing = false;
    }

    /** One bar for each device, all of one scale. */
    private void show(List<TeamMemory> devices) {
        weights.setText(bytes(devices, TeamMemory::weights));
        links.setText(bytes(devices, TeamMemory::links));
        cache.setText(bytes(devices, TeamMemory::cache));
        long whole =
                devices.stream()
                        .mapToLong(memory -> Math.max(memory.total(), memory.budget()))
                        .max()
                        .orElse(0);
        bars.getChildren()
                .setAll(
                        devices.stream()
                                .map(memory -> new MemoryBar(memory, Math.max(1, whole)))
                                .toList());
    }

    private static String bytes(List<TeamMemory> devices, ToLongFunction<TeamMemory> part) {
        return Figures.bytes(devices.stream().mapToLong(part).sum());
    }
}
