package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Sampling;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.graph.document.AgentFields;
import dev.latentloom.views.graph.document.Edit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import java.util.function.Consumer;
import java.util.function.Function;

/** How one agent chooses its words, in the inspector; an empty field is as the run says. */
final class SamplingPane {
    private static final double HOTTEST = 2;
    private static final double LEAST_MASS = 0.01;
    private static final long MOST_SEED = 999_999_999;

    private final Consumer<Function<Agent, Edit>> edit;
    private final Parent root;

    @FXML private TextField temperature;
    @FXML private Label temperatureMessage;
    @FXML private TextField topP;
    @FXML private Label topPMessage;
    @FXML private TextField seed;
    @FXML private Label seedMessage;
    private NumberField checkedTemperature;
    private NumberField checkedTopP;
    private NumberField checkedSeed;

    /**
     * @param edit makes an edit of the agent that is shown
     */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields and calls initialize
    SamplingPane(Consumer<Function<Agent, Edit>> edit) {
        this.edit = edit;
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        checkedTemperature =
                NumberField.real(
                        temperature,
                        temperatureMessage,
                        0,
                        HOTTEST,
                        value ->
                                change(
                                        "temperature",
                                        own -> new Sampling(value, own.topP(), own.seed())));
        checkedTopP =
                NumberField.real(
                        topP,
                        topPMessage,
                        LEAST_MASS,
                        1,
                        value ->
                                change(
                                        "topP",
                                        own -> new Sampling(own.temperature(), value, own.seed())));
        checkedSeed =
                NumberField.whole(
                        seed,
                        seedMessage,
                        MOST_SEED,
                        value ->
                                change(
                                        "seed",
                                        own -> new Sampling(own.temperature(), own.topP(), value)));
    }

    /** Typing in one field is one step back. */
    private void change(String field, Function<Sampling, Sampling> change) {
        edit.accept(
                agent ->
                        AgentFields.sampling(agent, change.apply(agent.ownSampling()))
                                .merging(field + ":" + agent.id()));
    }

    void show(Agent agent) {
        Sampling own = agent.ownSampling();
        checkedTemperature.show(own.temperature());
        checkedTopP.show(own.topP());
        checkedSeed.show(own.seed());
    }
}
