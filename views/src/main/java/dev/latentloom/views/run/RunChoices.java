package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The settings at the right of the Run area. */
public final class RunChoices {
    private static final int MOST_STEPS = 512;
    private static final int MOST_ROUNDS = 64;
    private static final int MOST_TOKENS = 32_768;

    private final ObjectProperty<RunKind> kind =
            new SimpleObjectProperty<>(this, "kind", RunKind.BOTH);
    private final ObservableList<String> linkSets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> links =
            new SimpleObjectProperty<>(this, "links");
    private final ObjectProperty<Control> control =
            new SimpleObjectProperty<>(this, "control", Control.NONE);
    private final ObjectProperty<@Nullable Handover> handover =
            new SimpleObjectProperty<>(this, "handover");
    private final WireChoices wires = new WireChoices();
    private final NumberChoice steps = NumberChoice.whole(0, MOST_STEPS);
    private final NumberChoice rounds = NumberChoice.whole(1, MOST_ROUNDS);
    private final NumberChoice newTokens = NumberChoice.whole(1, MOST_TOKENS);
    private final NumberChoice temperature = NumberChoice.real(0, 2);
    private final NumberChoice seed = NumberChoice.whole(0, Integer.MAX_VALUE);
    private final BooleanBinding valid =
            steps.validProperty()
                    .and(rounds.validProperty())
                    .and(newTokens.validProperty())
                    .and(temperature.validProperty())
                    .and(seed.validProperty());

    /** Offers what a project has; its current links are chosen. */
    void offer(RunProject project) {
        linkSets.setAll(project.links());
        wires.keep(project.graph().edges().stream().map(Edge::id).toList());
        links.set(project.currentLinks());
    }

    void offerLinks(List<String> sets, @Nullable String wanted) {
        String chosen = wanted != null && sets.contains(wanted) ? wanted : links.get();
        linkSets.setAll(sets);
        links.set(sets.contains(chosen) ? chosen : null);
    }

    /** The settings of one run; what was left out stays null, as the project says. */
    RunSettings settings(RunMode mode) {
        Integer chosenSeed = seed.integer();
        return new RunSettings(
                mode,
                mode == RunMode.LATENT ? links.get() : null,
                steps.integer(),
                rounds.integer(),
                mode == RunMode.TEXT ? null : control.get(),
                mode == RunMode.LATENT ? handover.get() : null,
                null,
                newTokens.integer(),
                temperature.real(),
                null,
                null,
                chosenSeed == null ? 0 : chosenSeed,
                mode == RunMode.LATENT ? wires.wires() : Map.of(),
                null,
                null);
    }

    /** What is done to single wires. */
    public WireChoices wires() {
        return wires;
    }

    /** Whether links take part in what is chosen. */
    boolean usesLinks() {
        return kind.get().modes().contains(RunMode.LATENT);
    }

    public ObjectProperty<RunKind> kindProperty() {
        return kind;
    }

    /** Every link set that can be chosen. */
    public ObservableList<String> linkSets() {
        return linkSets;
    }

    /** The chosen link set, null for the project's current one. */
    public ObjectProperty<@Nullable String> linksProperty() {
        return links;
    }

    public ObjectProperty<Control> controlProperty() {
        return control;
    }

    /** What an edge sends, null for what the project says. */
    public ObjectProperty<@Nullable Handover> handoverProperty() {
        return handover;
    }

    /** Latent steps m of every agent. */
    public NumberChoice steps() {
        return steps;
    }

    /** Rounds n. */
    public NumberChoice rounds() {
        return rounds;
    }

    /** Cap of decoded tokens a turn. */
    public NumberChoice newTokens() {
        return newTokens;
    }

    public NumberChoice temperature() {
        return temperature;
    }

    public NumberChoice seed() {
        return seed;
    }

    /** Whether every number is valid. */
    public BooleanBinding validProperty() {
        return valid;
    }
}
