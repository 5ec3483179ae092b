package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.AddChoice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A list to pick from while typing; opens where the new node will stand. */
final class QuickAdd extends VBox {
    private final TextField typed = new TextField();
    private final ObservableList<AddChoice> found = FXCollections.observableArrayList();
    private final ListView<AddChoice> list = new ListView<>(found);
    private final Runnable after;
    private Function<String, List<AddChoice>> search = text -> List.of();
    private Consumer<AddChoice> pick = choice -> {};

    /**
     * @param after done when the list has gone, so that the canvas gets the focus back
     */
    QuickAdd(Runnable after) {
        this.after = after;
        getStyleClass().add("quick-add");
        setManaged(false);
        setVisible(false);
        typed.setPromptText(Messages.text("graph.quickAdd.prompt"));
        typed.setAccessibleText(Messages.text("graph.quickAdd.prompt"));
        list.setCellFactory(view -> new ChoiceCell());
        Label nothing = new Label(Messages.text("graph.quickAdd.nothing"));
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.setAccessibleText(Messages.text("graph.quickAdd.list"));
        getChildren().addAll(typed, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        typed.textProperty().addListener((property, old, now) -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> pickSelected());
        focusWithinProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!now) {
                                hide();
                            }
                        });
    }

    /** Opens at a point of the canvas, kept inside a canvas of this size. */
    void open(
            double x,
            double y,
            Region inside,
            Function<String, List<AddChoice>> searching,
            Consumer<AddChoice> picked) {
        search = searching;
        pick = picked;
        typed.clear();
        refresh();
        setVisible(true);
        applyCss();
        double width = prefWidth(-1);
        double height = prefHeight(width);
        resizeRelocate(
                Math.clamp(x, 0, Math.max(0, inside.getWidth() - width)),
                Math.clamp(y, 0, Math.max(0, inside.getHeight() - height)),
                width,
                height);
        typed.requestFocus();
    }

    private void refresh() {
        found.setAll(search.apply(typed.getText()));
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> pickSelected();
            case ESCAPE -> hide();
            case DOWN -> choose(at + 1);
            case UP -> choose(at - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        if (index >= 0 && index < found.size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(index);
        }
    }

    private void pickSelected() {
        AddChoice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            hide();
            pick.accept(choice);
        }
    }

    private void hide() {
        if (isVisible()) {
            setVisible(false);
            after.run();
        }
    }

    /** Icon, label, and muted detail at the right. */
    static final class ChoiceCell extends ListCell<AddChoice> {
        @Override
        protected void updateItem(@Nullable AddChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            if (choice == null || empty) {
                setGraphic(null);
                return;
            }
            Label label = new Label(choice.label(), new FontIcon(choice.icon()));
            label.setMinWidth(Region.USE_PREF_SIZE); // its detail gives way
            Label detail = new Label(choice.detail());
            detail.getStyleClass().add("choice-detail");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(label, space, detail);
            row.getStyleClass().add("choice-row");
            row.setMaxWidth(Region.USE_PREF_SIZE);
            row.setMinWidth(0);
            row.prefWidthProperty().bind(getListView().widthProperty().subtract(40));
            setGraphic(row);
        }
    }
}
