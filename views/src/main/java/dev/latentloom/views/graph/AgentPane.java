package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Combo;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.AgentFields;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.PromptSlots;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The inspector of one agent. */
final class AgentPane {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final int MOST_STEPS = 1024;
    private static final int MOST_TOKENS = 65_536;

    private final BuildViewModel model;
    private final PromptPane promptPane;
    private final SamplingPane samplingPane;
    private final Parent root;
    private String agentId = "";
    private boolean showing;

    @FXML private Label title;
    @FXML private ComboBox<ModelWidth> models;
    @FXML private Label facts;
    @FXML private ComboBox<DeviceOption> devices;
    @FXML private TextField role;
    @FXML private Label roleMessage;
    @FXML private TextArea system;
    @FXML private TextArea prompt;
    @FXML private Label slots;
    @FXML private Label inner;
    @FXML private Pane preview;
    @FXML private Pane sampling;
    @FXML private TextField steps;
    @FXML private Label stepsMessage;
    @FXML private TextField tokens;
    @FXML private Label tokensMessage;
    @FXML private TextField turn;
    @FXML private Label turnMessage;
    @FXML private CheckBox textOnly;
    @FXML private TextField tools;
    private CheckedField checkedRole;
    private CheckedField checkedSteps;
    private CheckedField checkedTokens;
    private CheckedField checkedTurn;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields and calls initialize
    AgentPane(BuildViewModel model) {
        this.model = model;
        promptPane = new PromptPane(model.prompts());
        samplingPane = new SamplingPane(this::edit);
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        models.setConverter(Converters.named(ModelWidth::name));
        models.setCellFactory(list -> new ModelCell(model::models, this::device));
        preview.getChildren().add(promptPane.root());
        sampling.getChildren().add(samplingPane.root());
        models.valueProperty()
                .addListener(
                        (property, old, now) ->
                                edit(
                                        agent ->
                                                AgentFields.model(
                                                        agent, now == null ? null : now.name())));
        devices.setConverter(Converters.named(DeviceOption::words));
        devices.valueProperty()
                .addListener(
                        (property, old, now) ->
                                edit(
                                        agent ->
                                                AgentFields.device(
                                                        agent, now == null ? null : now.device())));
        checkedRole = new CheckedField(role, roleMessage);
        checkedRole.words(
                text -> edit(agent -> AgentEdits.rename(agent, text).merging("role:" + agentId)));
        checkedSteps = new CheckedField(steps, stepsMessage);
        checkedSteps.numbers(0, MOST_STEPS, m -> edit(agent -> AgentFields.steps(agent, m)));
        checkedTokens = new CheckedField(tokens, tokensMessage);
        checkedTokens.numbers(
                1, MOST_TOKENS, cap -> edit(agent -> AgentFields.maxNewTokens(agent, cap)));
        checkedTurn = new CheckedField(turn, turnMessage);
        checkedTurn.numbers(1, MOST_STEPS, at -> edit(agent -> AgentEdits.turn(agent, at - 1)));
        bind(system, AgentFields::system);
        bind(prompt, AgentFields::prompt);
        bind(tools, AgentFields::tools);
        textOnly.selectedProperty()
                .addListener(
                        (property, old, now) -> edit(agent -> AgentFields.textOnly(agent, now)));
    }

    private void bind(TextInputControl field, BiFunction<Agent, String, Edit> change) {
        field.textProperty()
                .addListener((property, old, now) -> edit(agent -> change.apply(agent, now)));
    }

    /** Makes an edit of the agent shown, unless the pane itself is being filled. */
    private void edit(Function<Agent, Edit> change) {
        if (!showing) {
            model.draft()
                    .document()
                    .graph()
                    .agent(agentId)
                    .ifPresent(agent -> model.apply(change.apply(agent)));
        }
    }

    void show(Agent agent) {
        showing = true;
        showDevice(agent);
        agentId = agent.id();
        title.setText(agent.role());
        ModelWidth known = known(agent);
        Combo.show(models, model.models().all(), known);
        models.setDisable(agent.textOnly());
        showFacts(agent, known);
        checkedRole.show(agent.role());
        set(system, agent.system());
        set(prompt, agent.prompt());
        set(tools, agent.tools());
        slots.setText(slots(agent));
        checkedSteps.show(Integer.toString(agent.steps()));
        steps.setDisable(agent.textOnly());
        checkedTokens.show(Integer.toString(agent.maxNewTokens()));
        int place = model.draft().document().graph().position(agent.id()) + 1;
        checkedTurn.show(Integer.toString(place));
        textOnly.setSelected(agent.textOnly());
        inner.setText(LinkWords.of(model.links(), true, agent.id()));
        promptPane.show(agent, model.draft().document(), known);
        samplingPane.show(agent);
        showing = false;
    }

    /** An option that has gone stays while its list may be open: only another agent ends that. */
    private void showDevice(Agent agent) {
        List<DeviceOption> all = DeviceOption.all(agent, model.models());
        if (!agent.id().equals(agentId) || !devices.getItems().containsAll(all)) {
            devices.getItems().setAll(all);
        }
        devices.setValue(DeviceOption.of(agent, all));
        devices.pseudoClassStateChanged(DANGER, model.models().lacks(agent));
    }

    private String device() {
        return model.draft()
                .document()
                .graph()
                .agent(agentId)
                .map(model.models()::device)
                .orElseGet(model.models()::device);
    }

    private @Nullable ModelWidth known(Agent agent) {
        String name = agent.model();
        return name == null ? null : model.models().find(name).orElse(null);
    }

    private void showFacts(Agent agent, @Nullable ModelWidth known) {
        String name = agent.model();
        if (known != null) {
            ModelFacts found = ModelFacts.of(known, model.models(), model.models().device(agent));
            facts.setText(found.text());
            facts.pseudoClassStateChanged(DANGER, found.trouble());
            return;
        }
        facts.setText(
                name == null
                        ? Messages.text("graph.agent.chooseModel")
                        : Messages.text("graph.agent.unknownModel", name));
        facts.pseudoClassStateChanged(DANGER, name != null);
    }

    private static String slots(Agent agent) {
        String names = String.join(", ", PromptSlots.of(agent.prompt()));
        return names.isEmpty()
                ? Messages.text("graph.agent.noSlots")
                : Messages.text("graph.agent.slots", names);
    }

    private static void set(TextInputControl field, String value) {
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }
}
