package dev.latentloom.views.home;

import dev.latentloom.resources.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;

/** The controller of HomeView.fxml. */
public final class HomeView {
    @FXML private HBox card;
    @FXML private Label firstText;
    @FXML private Button openFirst;
    @FXML private StackPane picture;
    @FXML private Label recoveredTitle;
    @FXML private VBox recovered;
    @FXML private Label galleryTitle;
    @FXML private TilePane gallery;
    @FXML private VBox recent;
    @FXML private VBox doctor;
    private final HomeViewModel model;

    public HomeView(HomeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        picture.getChildren().setAll(new ThreeMinds());
        boolean samples = model.first().isPresent();
        firstText.setText(Messages.text(samples ? "home.first.text" : "home.first.none"));
        openFirst.setVisible(samples);
        openFirst.setManaged(samples);
        model.first()
                .ifPresent(first -> openFirst.setOnAction(event -> model.open(first.folder())));
        galleryTitle.setVisible(samples);
        galleryTitle.setManaged(samples);
        model.samples().stream().map(this::tile).forEach(gallery.getChildren()::add);
        model.recovered()
                .addListener((ListChangeListener<RecoveredCard>) change -> showRecovered());
        showRecovered();
        model.recent().addListener((ListChangeListener<Path>) change -> showRecent());
        showRecent();
        model.doctorProperty().subscribe(this::showDoctor);
        card.setAccessibleText(Messages.text("home.first.title"));
    }

    private Button tile(Sample sample) {
        Label title = new Label(sample.title());
        title.getStyleClass().add("tile-title");
        Label text = new Label(sample.tryFirst());
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        VBox content = new VBox(title, text);
        content.getStyleClass().add("tile-content");
        Button tile = new Button();
        tile.setGraphic(content);
        tile.getStyleClass().add("sample-tile");
        tile.setAccessibleText(Messages.text("home.sample.open", sample.title()));
        tile.setOnAction(event -> model.open(sample.folder()));
        return tile;
    }

    private void showRecovered() {
        recovered.getChildren().setAll(model.recovered().stream().map(RecoveredRow::new).toList());
        boolean some = !model.recovered().isEmpty();
        recoveredTitle.setVisible(some);
        recoveredTitle.setManaged(some);
        recovered.setManaged(some);
    }

    private void showRecent() {
        recent.getChildren().setAll(RecentRows.of(model.recent(), model::open));
    }

    private void showDoctor(DoctorReport report) {
        doctor.getChildren().setAll(report.lines().stream().map(DoctorRow::new).toList());
        if (report.lines().isEmpty()) {
            Label waiting = new Label(Messages.text("home.doctor.waiting"));
            waiting.getStyleClass().add("muted");
            doctor.getChildren().add(waiting);
        }
    }
}
