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

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The inspector of the whole team: question, rounds, and the memory it will need. */
final class TeamPane {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
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
    @FXML private HBox bar;
    @FXML private Region weightsBar;
    @FXML private Region linksBar;
    @FXML private Region cacheBar;
    @FXML private Label weights;
    @FXML private Pane linkSet;
    @FXML private Label links;
    @FXML private Label cache;
    @FXML private Label total;
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

    private void show(TeamMemory memory) {
        weights.setText(Figures.bytes(memory.weights()));
        links.setText(Figures.bytes(memory.links()));
        cache.setText(Figures.bytes(memory.cache()));
        String key = memory.fits() ? "graph.team.fits" : "graph.team.tooLarge";
        total.setText(
                Messages.text(key, Figures.bytes(memory.total()), Figures.bytes(memory.budget())));
        bar.pseudoClassStateChanged(DANGER, !memory.fits());
        total.pseudoClassStateChanged(DANGER, !memory.fits());
        long whole = Math.max(1, Math.max(memory.total(), memory.budget()));
        part(weightsBar, memory.weights(), whole);
        part(linksBar, memory.links(), whole);
        part(cacheBar, memory.cache(), whole);
    }

    private void part(Region part, long bytes, long whole) {
        part.prefWidthProperty().unbind();
        part.prefWidthProperty().bind(bar.widthProperty().multiply((double) bytes / whole));
    }
}
