package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Combo;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.LinkParameters;
import dev.latentloom.views.graph.document.PromptSlots;
import dev.latentloom.views.graph.document.TeamMemory;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

import java.util.function.Function;

/** The inspector of one wire between agents: its link, its slot, and of a loop its rounds. */
final class WirePane {
    private static final int MOST_ROUNDS = 64;

    private final BuildViewModel model;
    private final LinkSetPane linkSetPane;
    private final Parent root;
    private String edgeId = "";
    private boolean showing;

    @FXML private Label title;
    @FXML private Label kind;
    @FXML private Node link;
    @FXML private ComboBox<String> design;
    @FXML private Label widths;
    @FXML private Label parameters;
    @FXML private Label trained;
    @FXML private Pane linkSet;
    @FXML private ComboBox<String> slot;
    @FXML private Node loop;
    @FXML private TextField rounds;
    @FXML private Label roundsMessage;
    private CheckedField checkedRounds;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields and calls initialize
    WirePane(BuildViewModel model) {
        this.model = model;
        linkSetPane = new LinkSetPane(model);
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        design.setConverter(Converters.named(name -> Messages.text("graph.design." + name)));
        design.getItems().setAll(LinkParameters.OUTER_DESIGNS);
        design.valueProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now != null) {
                                edit(edge -> EdgeEdits.design(edge, now));
                            }
                        });
        slot.valueProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now != null) {
                                edit(edge -> EdgeEdits.slot(edge, now));
                            }
                        });
        checkedRounds = new CheckedField(rounds, roundsMessage);
        checkedRounds.numbers(1, MOST_ROUNDS, n -> edit(edge -> EdgeEdits.rounds(n)));
        linkSet.getChildren().add(linkSetPane.root());
        link.managedProperty().bind(link.visibleProperty());
        loop.managedProperty().bind(loop.visibleProperty());
    }

    private void edit(Function<Edge, Edit> change) {
        if (!showing) {
            for (Edge edge : model.draft().document().graph().edges()) {
                if (edge.id().equals(edgeId)) {
                    model.apply(change.apply(edge));
                    return;
                }
            }
        }
    }

    void show(Edge edge) {
        showing = true;
        edgeId = edge.id();
        AgentGraph graph = model.draft().document().graph();
        Agent from = graph.agent(edge.from()).orElseThrow();
        Agent to = graph.agent(edge.to()).orElseThrow();
        title.setText(Messages.text("graph.wirePane.title", from.role(), to.role()));
        boolean text = from.textOnly() || to.textOnly();
        boolean feedback = graph.feedback(edge);
        kind.setText(Messages.text("graph.wirePane." + (text ? "text" : "thoughts"), from.steps()));
        link.setVisible(!text);
        design.setValue(edge.design());
        widths.setText(Messages.text("graph.wirePane.widths", width(from), width(to)));
        long count = TeamMemory.parameters(graph, edge, model.models());
        parameters.setText(
                count == 0 ? Messages.text("graph.wirePane.unknown") : Figures.count(count));
        trained.setText(LinkWords.of(model.links(), false, edge.id()));
        linkSetPane.show();
        Combo.show(slot, PromptSlots.of(to.prompt()), edge.slot());
        loop.setVisible(feedback);
        checkedRounds.show(Integer.toString(graph.rounds()));
        showing = false;
    }

    private String width(Agent agent) {
        String name = agent.model();
        return name == null
                ? "?"
                : model.models().find(name).map(known -> "" + known.width()).orElse("?");
    }
}
