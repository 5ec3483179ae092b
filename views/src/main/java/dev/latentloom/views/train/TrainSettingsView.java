package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Converters;

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

import org.jspecify.annotations.Nullable;

/** The controller of TrainSettingsView.fxml. */
public final class TrainSettingsView {
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
    private final TrainChoices choices;

    TrainSettingsView(TrainViewModel model) {
        choices = model.choices();
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
        initializeFrom();
        choices.parts().addListener((ListChangeListener<PartChoice>) change -> showParts());
        showParts();
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
        String recipeValue =
                part.value().isEmpty() ? Messages.text("train.part.project") : part.value();
        TextField field = new TextField();
        field.getStyleClass().add("part-value");
        field.setPromptText(recipeValue);
        field.setAccessibleText(part.key());
        field.setTooltip(new Tooltip(Messages.text("train.part.tip", recipeValue)));
        field.textProperty().bindBidirectional(part.textProperty());
        key.setLabelFor(field);
        part.departsProperty().subscribe(departs -> key.pseudoClassStateChanged(DEPARTS, departs));
        GridPane.setHgrow(field, Priority.ALWAYS);
        parts.addRow(row, key, field);
    }

    private String departuresText() {
        int count = choices.changes().size();
        return Messages.text("train.departures", count);
    }
}
