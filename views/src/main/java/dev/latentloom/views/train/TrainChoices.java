package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.NumberChoice;
import dev.latentloom.views.run.RunProject;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a training is to be: the settings at the right of the Train area. */
public final class TrainChoices {
    private final TrainSource source;
    private final List<RecipeCard> recipes;
    private final ObjectProperty<RecipeCard> recipe;
    private final ObservableList<PartChoice> parts = FXCollections.observableArrayList();
    private final ObjectProperty<TrainStage> stage =
            new SimpleObjectProperty<>(this, "stage", TrainStage.BOTH);
    private final ObservableList<String> startingSets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> from = new SimpleObjectProperty<>(this, "from");
    private final DataViewModel data;
    private final BooleanProperty use = new SimpleBooleanProperty(this, "use", true);
    private final NumberChoice seed = NumberChoice.whole(0, Integer.MAX_VALUE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper departures =
            new ReadOnlyStringWrapper(this, "departures", "");
    private final BooleanBinding valid;

    /**
     * @param data what the links learn from
     */
    TrainChoices(TrainSource source, DataViewModel data) {
        this.source = source;
        this.data = data;
        valid = problem.isEmpty().and(seed.validProperty()).and(data.usableProperty());
        recipes = source.recipes();
        recipe = new SimpleObjectProperty<>(this, "recipe", recipes.getFirst());
        recipe.subscribe(this::showParts);
    }

    private void showParts(RecipeCard chosen) {
        parts.setAll(chosen.parts().stream().map(PartChoice::new).toList());
        parts.forEach(part -> part.textProperty().subscribe(text -> check()));
        check();
    }

    private void check() {
        departures.set(changes().toString());
        try {
            source.check(recipe.get().name(), changes());
            problem.set("");
        } catch (WorkbenchException e) {
            problem.set(Messages.text(e.key(), e.arguments()));
        }
        parts.forEach(part -> part.refuse(refused(part)));
    }

    /** Whether a departure cannot be, even where it is the only one. */
    private boolean refused(PartChoice part) {
        if (!part.departsProperty().get()) {
            return false;
        }
        try {
            String typed = part.textProperty().get().strip();
            source.check(recipe.get().name(), Map.of(part.key(), typed));
            return false;
        } catch (WorkbenchException e) {
            return true;
        }
    }

    /** Offers what a project has. */
    void offer(RunProject project) {
        String before = from.get();
        startingSets.setAll(source.startingSets(project));
        from.set(startingSets.contains(before) ? before : null);
    }

    /** The departures from the recipe, value by part. */
    Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        for (PartChoice part : parts) {
            if (part.departsProperty().get()) {
                changes.put(part.key(), part.textProperty().get().strip());
            }
        }
        return changes;
    }

    /** Steps in all, as the recipe or its departure says; null where neither does. */
    @Nullable Integer iterations() {
        for (PartChoice part : parts) {
            if (part.key().equals("iterations") && valid.get()) {
                String typed = part.textProperty().get().strip();
                return Integer.valueOf(typed.isEmpty() ? part.value() : typed);
            }
        }
        return null;
    }

    /** The job these choices describe; the window itself takes the links into use at its end. */
    RunSpec.Train spec(RunProject project) {
        Integer chosenSeed = seed.integer();
        return new RunSpec.Train(
                project.folder(),
                project.graph().name(),
                recipe.get().name(),
                stage.get().word(),
                data.fileProperty().get(),
                data.fields(),
                from.get(),
                null,
                false,
                changes(),
                chosenSeed == null ? 0L : chosenSeed.longValue());
    }

    /** Tells whenever any choice changes. */
    void whenChanged(Runnable told) {
        Stream.<ObservableValue<?>>of(
                        recipe,
                        stage,
                        from,
                        data.readingProperty(),
                        seed.textProperty(),
                        departures)
                .forEach(choice -> choice.subscribe(value -> told.run()));
    }

    /** Every recipe. */
    public List<RecipeCard> recipes() {
        return recipes;
    }

    public ObjectProperty<RecipeCard> recipeProperty() {
        return recipe;
    }

    /** The parts of the chosen recipe. */
    public ObservableList<PartChoice> parts() {
        return parts;
    }

    public ObjectProperty<TrainStage> stageProperty() {
        return stage;
    }

    /** Link sets a training can start from. */
    public ObservableList<String> startingSets() {
        return startingSets;
    }

    /** The set to start from, null for fresh links. */
    public ObjectProperty<@Nullable String> fromProperty() {
        return from;
    }

    /** What the links learn from. */
    public DataViewModel data() {
        return data;
    }

    /** Whether the trained links become the project's current ones. */
    public BooleanProperty useProperty() {
        return use;
    }

    public NumberChoice seed() {
        return seed;
    }

    /** Why the changes do not fit the recipe; empty where they do. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a training can be made of these choices. */
    public BooleanBinding validProperty() {
        return valid;
    }
}
