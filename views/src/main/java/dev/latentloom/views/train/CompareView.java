package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The controller of CompareView.fxml. */
public final class CompareView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML private ChoiceBox<@Nullable String> first;
    @FXML private ChoiceBox<@Nullable String> second;
    @FXML private Button use;
    @FXML private TextField limit;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private VBox results;
    @FXML private Label verdict;
    private final TrainViewModel train;
    private final CompareViewModel model;

    private CompareView(TrainViewModel train) {
        this.train = train;
        this.model = train.compare();
    }

    /** What stands under "Link sets". */
    static Node of(TrainViewModel train) {
        return Fxml.load(new CompareView(train));
    }

    @FXML
    private void initialize() {
        first.setItems(model.sets());
        first.valueProperty().bindBidirectional(model.firstProperty());
        second.setItems(model.sets());
        second.valueProperty().bindBidirectional(model.secondProperty());
        use.disableProperty().bind(model.firstProperty().isNull());
        use.setOnAction(event -> train.use(model.firstProperty().get()));
        limit.textProperty().bindBidirectional(model.limit().textProperty());
        limit.setPromptText(Messages.text("run.limit.all"));
        model.limit()
                .validProperty()
                .subscribe(valid -> limit.pseudoClassStateChanged(DANGER, !valid));
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        verdict.textProperty().bind(model.verdictProperty());
        model.results().addListener((ListChangeListener<ComparedSet>) change -> showResults());
        showResults();
    }

    private void showResults() {
        results.getChildren().setAll(model.results().stream().map(CompareView::row).toList());
    }

    private static HBox row(ComparedSet set) {
        Label name = new Label(set.name());
        name.getStyleClass().add("compared-name");
        Label result = new Label();
        result.setWrapText(true);
        result.textProperty().bind(set.resultProperty());
        HBox row = new HBox(name, result);
        row.getStyleClass().add("row");
        return row;
    }
}
