package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.plot.HistogramPane;
import dev.latentloom.views.run.DataChooser;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The controller of TrainSettingsView.fxml. */
public final class TrainSettingsView {
    private static final Set<String> NONE = Set.of("patience", "fewestSteps"); // where empty
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass DEPARTS = PseudoClass.getPseudoClass("departs");

    @FXML private ChoiceBox<RecipeCard> recipe;
    @FXML private Label sentence;
    @FXML private ChoiceBox<TrainStage> stage;
    @FXML private ChoiceBox<@Nullable String> from;
    @FXML private TextField seed;
    @FXML private CheckBox use;
    @FXML private GridPane parts;
    @FXML private Label departures;
    @FXML private Label complaint;
    @FXML private StackPane data;
    @FXML private Label preview;
    @FXML private StackPane lengths;
    @FXML private Label lengthRange;
    @FXML private Label leak;
    @FXML private Label dataProblem;
    @FXML private Label memory;
    @FXML private Label time;
    private final TrainOutlook outlook;
    private final HistogramPane histogram = new HistogramPane();
    private final TrainChoices choices;

    TrainSettingsView(TrainViewModel model) {
        choices = model.choices();
        outlook = model.outlook();
    }

    @FXML
    private void initialize() {
        recipe.getItems().setAll(choices.recipes());
        recipe.setConverter(Converters.named(RecipeCard::name));
        recipe.valueProperty().bindBidirectional(choices.recipeProperty());
        sentence.textProperty()
                .bind(choices.recipeProperty().map(card -> Messages.text(card.sentence())));
        stage.getItems().setAll(TrainStage.values());
        stage.setConverter(Converters.named(item -> Messages.text(item.key())));
        stage.valueProperty().bindBidirectional(choices.stageProperty());
        seed.textProperty().bindBidirectional(choices.seed().textProperty());
        seed.setPromptText("0");
        choices.seed()
                .validProperty()
                .subscribe(valid -> seed.pseudoClassStateChanged(DANGER, !valid));
        use.selectedProperty().bindBidirectional(choices.useProperty());
        complaint.textProperty().bind(choices.problemProperty());
        Shown.when(complaint, choices.problemProperty().isNotEmpty());
        initializeFrom();
        initializeData();
        choices.parts().addListener((ListChangeListener<PartChoice>) change -> showParts());
        showParts();
    }

    private void initializeData() {
        data.getChildren().setAll(new DataChooser(choices.data(), Messages.text("train.data.own")));
        preview.textProperty().bind(outlook.previewProperty());
        leak.textProperty().bind(outlook.leakProperty());
        dataProblem.textProperty().bind(outlook.problemProperty());
        lengths.getChildren().setAll(histogram);
        Shown.when(lengths, Bindings.isNotEmpty(histogram.getChildren()));
        outlook.dataProperty().subscribe(this::showLengths);
        memory.textProperty().bind(outlook.memoryProperty());
        outlook.tooMuchProperty().subscribe(much -> memory.pseudoClassStateChanged(DANGER, much));
        time.textProperty().bind(outlook.timeProperty());
    }

    private void showLengths(@Nullable DataFacts facts) {
        List<Integer> sizes = facts == null ? List.of() : facts.lengths();
        boolean alike = sizes.stream().distinct().count() == 1;
        histogram.show(alike ? List.of() : sizes); // one bar alone looks like a fault
        leak.pseudoClassStateChanged(DANGER, facts != null && facts.shared() > 0);
        lengthRange.setText(sizes.isEmpty() ? "" : range(sizes, alike));
    }

    private static String range(List<Integer> sizes, boolean alike) {
        int least = Collections.min(sizes);
        return alike
                ? Messages.text("train.data.length", least)
                : Messages.text("train.data.lengths", least, Collections.max(sizes));
    }

    private void initializeFrom() {
        from.setConverter(Converters.optional(Messages.text("train.from.fresh"), name -> name));
        choices.startingSets().addListener((ListChangeListener<String>) change -> offerSets());
        offerSets();
        from.valueProperty().bindBidirectional(choices.fromProperty());
    }

    private void offerSets() {
        String chosen = choices.fromProperty().get();
        from.getItems().clear();
        from.getItems().add(null);
        from.getItems().addAll(choices.startingSets());
        from.setValue(chosen);
    }

    private void showParts() {
        parts.getChildren().clear();
        for (int row = 0; row < choices.parts().size(); row++) {
            show(choices.parts().get(row), row);
        }
        departures
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::departuresText,
                                choices.parts().stream()
                                        .map(PartChoice::departsProperty)
                                        .toArray(javafx.beans.Observable[]::new)));
    }

    private void show(PartChoice part, int row) {
        Label key = new Label(part.key());
        key.getStyleClass().add("part-key");
        String recipeValue = part.value().isEmpty() ? unset(part.key()) : part.value();
        TextField field = new TextField();
        field.getStyleClass().add("part-value");
        field.setPromptText(recipeValue);
        field.setAccessibleText(part.key());
        field.setTooltip(new Tooltip(Messages.text("train.part.tip", recipeValue)));
        field.textProperty().bindBidirectional(part.textProperty());
        key.setLabelFor(field);
        part.refusedProperty().subscribe(refused -> field.pseudoClassStateChanged(DANGER, refused));
        part.departsProperty().subscribe(departs -> key.pseudoClassStateChanged(DEPARTS, departs));
        GridPane.setHgrow(field, Priority.ALWAYS);
        parts.addRow(row, key, field);
    }

    private static String unset(String part) {
        return Messages.text(NONE.contains(part) ? "train.part.none" : "train.part.project");
    }

    private String departuresText() {
        int count = choices.changes().size();
        return Messages.text("train.departures", count);
    }
}
