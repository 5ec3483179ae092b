package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.control.ToolRow;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Picks a data file and says which of its columns is what. */
public final class DataChooser extends VBox {
    private final DataViewModel model;
    private final String own;
    private final MenuButton file = new MenuButton();

    /**
     * Shows and changes what {@code model} holds.
     *
     * @param own how the questions of the project's own task are called here
     * @param acts what can be done with the data; they stand at the right of its name
     */
    public DataChooser(DataViewModel model, String own, Node... acts) {
        this.model = model;
        this.own = own;
        getStyleClass().add("data-pane");
        Label problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE); // else long reasons are cut
        problem.textProperty().bind(model.problemProperty());
        Shown.when(problem, model.problemProperty().isNotEmpty());
        FlowPane roles = new FlowPane();
        roles.getStyleClass().add("data-roles");
        roles.getChildren().setAll(model.roles().stream().map(this::role).toList());
        Shown.when(roles, Bindings.isNotEmpty(model.columns()));
        getChildren().setAll(fileRow(acts), roles, problem);
    }

    private ToolRow fileRow(Node... acts) {
        Label facts = new Label();
        facts.getStyleClass().add("note");
        facts.textProperty()
                .bind(
                        Bindings.when(model.readingProperty())
                                .then(Messages.text("run.data.reading"))
                                .otherwise(model.factsProperty()));
        file.setId("dataFile");
        file.setAccessibleText(Messages.text("run.data"));
        file.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> name(model.fileProperty().get()),
                                model.fileProperty(),
                                model.offerProperty()));
        model.offerProperty().subscribe(this::offer);
        HBox name = new HBox(new Label(Messages.text("run.data")), file);
        HBox act = new HBox(acts);
        List.of(name, act).forEach(part -> part.getStyleClass().add("row"));
        return new ToolRow(name, facts, act);
    }

    private String name(@Nullable Path chosen) {
        if (chosen != null) {
            return String.valueOf(chosen.getFileName());
        }
        return model.offerProperty().get().ownTask() ? own : Messages.text("run.data.nothing");
    }

    private void offer(DataOffer offered) {
        List<MenuItem> items = new ArrayList<>();
        if (offered.ownTask()) {
            items.add(item(own, () -> model.choose(null)));
        }
        for (Path path : offered.files()) {
            items.add(item(String.valueOf(path.getFileName()), () -> model.choose(path)));
        }
        items.add(item(Messages.text("run.data.choose"), this::chooseFile));
        file.getItems().setAll(items);
    }

    private static MenuItem item(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false); // names of files hold underscores
        item.setOnAction(event -> act.run());
        return item;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("run.data.choose"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                Messages.text("run.data.kinds"),
                                "*.jsonl",
                                "*.json",
                                "*.csv",
                                "*.tsv"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath());
        }
    }

    private HBox role(RoleChoice role) {
        ChoiceBox<String> box = new ChoiceBox<>();
        String name = Messages.text("run.data.role." + role.role());
        box.setId("column-" + role.role());
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(Messages.text("run.data.role.tip", name)));
        boolean optional = !role.role().equals("question");
        String none = Messages.text(optional ? "run.data.role.none" : "run.data.role.choose");
        box.setConverter(Converters.named(column -> column.isEmpty() ? none : column));
        Runnable refresh =
                () -> {
                    List<String> names = new ArrayList<>(model.columns());
                    if (optional) {
                        names.addFirst("");
                    }
                    String column = role.columnProperty().get();
                    box.getItems().setAll(names);
                    box.setValue(column);
                };
        model.columns().subscribe(refresh);
        role.columnProperty().subscribe(refresh);
        box.setOnAction(
                event -> {
                    String column = box.getValue();
                    if (column != null && !column.equals(role.columnProperty().get())) {
                        model.map(role.role(), column);
                    }
                });
        Label label = new Label(name);
        label.setLabelFor(box);
        HBox pair = new HBox(label, box);
        pair.getStyleClass().add("row");
        return pair;
    }
}
