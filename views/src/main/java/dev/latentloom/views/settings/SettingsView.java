package dev.latentloom.views.settings;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Converters;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.DirectoryChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.List;

/** The controller of SettingsView.fxml; a change is in force and kept at once. */
public final class SettingsView {
    private static final String AUTOMATIC = "";

    @FXML private ChoiceBox<Theme> theme;
    @FXML private ChoiceBox<Double> scale;
    @FXML private ChoiceBox<String> device;
    @FXML private ChoiceBox<String> dtype;
    @FXML private ListView<String> folders;
    @FXML private Button addFolder;
    @FXML private Button removeFolder;
    @FXML private Label place;
    @FXML private Button close;
    private final Runnable leave;
    private final SettingsViewModel model;
    private final List<String> devices;
    private final String file;

    private SettingsView(
            SettingsViewModel model, List<String> devices, String file, Runnable leave) {
        this.leave = leave;
        this.model = model;
        this.devices = devices;
        this.file = file;
    }

    /**
     * A fresh sheet.
     *
     * @param devices devices of this machine, such as {@code cpu}
     * @param file where the settings are kept, to be shown
     * @param leave takes the sheet away
     */
    public static Node open(
            SettingsViewModel model, List<String> devices, String file, Runnable leave) {
        return Fxml.load(new SettingsView(model, devices, file, leave));
    }

    @FXML
    private void initialize() {
        close.setOnAction(event -> leave.run());
        Settings now = model.get();
        theme.getItems().setAll(Theme.values());
        theme.setConverter(Converters.named(item -> Messages.text(item.key())));
        theme.setValue(now.theme());
        scale.getItems().setAll(SettingsViewModel.SCALES);
        scale.setConverter(
                Converters.named(item -> Messages.text("settings.scale.percent", item * 100)));
        scale.setValue(now.uiScale());
        fill(device, devices, now.device());
        fill(dtype, List.of("f32", "bf16", "f16"), now.dtype());
        folders.getItems().setAll(now.modelFolders());
        folders.setPlaceholder(new Label(Messages.text("settings.folders.none")));
        place.setText(Messages.text("settings.place", file));
        removeFolder
                .disableProperty()
                .bind(Bindings.isEmpty(folders.getSelectionModel().getSelectedItems()));
        addFolder.setOnAction(event -> add());
        removeFolder.setOnAction(
                event -> folders.getItems().remove(folders.getSelectionModel().getSelectedItem()));
        List.of(theme, scale, device, dtype)
                .forEach(box -> box.valueProperty().subscribe((before, after) -> keep()));
        folders.getItems().subscribe(this::keep);
    }

    private static void fill(ChoiceBox<String> box, List<String> choices, @Nullable String now) {
        box.getItems().setAll(AUTOMATIC);
        box.getItems().addAll(choices);
        box.setConverter(
                Converters.named(
                        item ->
                                item.equals(AUTOMATIC)
                                        ? Messages.text("settings.automatic")
                                        : item));
        box.setValue(now == null ? AUTOMATIC : now);
    }

    private void add() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("settings.folders.add"));
        File folder = chooser.showDialog(addFolder.getScene().getWindow());
        if (folder != null && !folders.getItems().contains(folder.getPath())) {
            folders.getItems().add(folder.getPath());
        }
    }

    private void keep() {
        model.set(
                new Settings(
                        theme.getValue(),
                        chosen(device),
                        chosen(dtype),
                        List.copyOf(folders.getItems()),
                        scale.getValue(),
                        model.get().recent()));
    }

    private static @Nullable String chosen(ChoiceBox<String> box) {
        return box.getValue().equals(AUTOMATIC) ? null : box.getValue();
    }
}
