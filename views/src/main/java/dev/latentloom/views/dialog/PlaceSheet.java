package dev.latentloom.views.dialog;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Focus;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The controller of PlaceSheet.fxml: a name and where to put it, checked as it is typed. */
public final class PlaceSheet {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML private Label title;
    @FXML private TextField name;
    @FXML private TextField parent;
    @FXML private Button browse;
    @FXML private Label problem;
    @FXML private Button accept;
    @FXML private Button cancel;
    private final Place place;
    private final Runnable close;

    /**
     * @param close takes the sheet away
     */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields that the form names
    public PlaceSheet(Place place, Runnable close) {
        this.place = place;
        this.close = close;
    }

    @FXML
    private void initialize() {
        title.setText(Messages.text(place.key()));
        name.setText(place.name());
        parent.setText(place.parent().toString());
        name.textProperty().subscribe(text -> check());
        parent.textProperty().subscribe(text -> check());
        browse.setOnAction(event -> browse());
        cancel.setOnAction(event -> close.run());
        accept.setOnAction(event -> accept());
        Focus.onceShown(name);
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("dialog.place.folder"));
        File folder = chooser.showDialog(name.getScene().getWindow());
        if (folder != null) {
            parent.setText(folder.toString());
        }
    }

    private void check() {
        String wrong = wrong();
        problem.setText(wrong == null ? "" : wrong);
        name.pseudoClassStateChanged(DANGER, wrong != null);
        accept.setDisable(wrong != null);
    }

    private @Nullable String wrong() {
        String called = name.getText().strip();
        if (called.isEmpty() || called.startsWith(".") || called.matches(".*[/\\\\:*?\"<>|].*")) {
            return Messages.text("project.badName", called);
        }
        try {
            Path folder = folder();
            if (Files.exists(folder) && !empty(folder)) {
                return Messages.text("dialog.place.taken", folder);
            }
        } catch (InvalidPathException | IOException e) {
            return Messages.text("project.badName", parent.getText());
        }
        return null;
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Path folder() {
        return Path.of(parent.getText().strip()).resolve(name.getText().strip());
    }

    private void accept() {
        Path folder = folder();
        close.run();
        place.chosen().accept(folder);
    }
}
