package dev.latentloom.views.run;

import dev.latentloom.engine.project.RecordedTurn;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Map;

/** One answered item with every agent's turn: what it read, thought and said, and what it took. */
final class ItemSheet extends VBox {
    private final ItemViewModel model;
    private final Label question = new Label();
    private final Label verdict = new Label();
    private final VBox turns = new VBox();
    private final ScrollPane scroll = new ScrollPane(turns);

    ItemSheet(ItemViewModel model) {
        this.model = model;
        getStyleClass().add("item-sheet");
        Shown.when(this, model.itemProperty().isNotNull());
        question.getStyleClass().add("item-question");
        question.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head =
                new HBox(
                        verdict,
                        space,
                        button("fth-copy", "run.item.copy", this::copy),
                        button("fth-x", "run.item.close", model::close));
        head.getStyleClass().add("row");
        Label notice = new Label();
        notice.setWrapText(true);
        notice.getStyleClass().add("note");
        notice.textProperty().bind(model.noticeProperty());
        Shown.when(notice, model.noticeProperty().isNotEmpty());
        turns.getStyleClass().add("item-turns");
        scroll.getStyleClass().add("lanes-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, question, notice, scroll);
        model.itemProperty().subscribe(this::show);
        model.turns().addListener((ListChangeListener<RecordedTurn>) change -> showTurns());
    }

    private static Button button(String icon, String key, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setAccessibleText(Messages.text(key));
        button.setOnAction(event -> act.run());
        return button;
    }

    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.text()));
    }

    private void show(@Nullable ItemRow row) {
        if (row == null) {
            return;
        }
        question.setText(row.item().question().strip());
        String expected = row.item().expected();
        verdict.setText(
                Messages.text(
                        "run.item.verdict",
                        Messages.text(row.pass()),
                        row.item().answer(),
                        expected == null ? "–" : expected));
    }

    private void showTurns() {
        turns.getChildren().setAll(model.turns().stream().map(ItemSheet::card).toList());
        scroll.setVvalue(0);
    }

    private static VBox card(RecordedTurn recorded) {
        Label agent = new Label(recorded.turn().agent());
        agent.getStyleClass().add("item-agent");
        Label figures = new Label(ItemViewModel.figures(recorded.turn()));
        figures.getStyleClass().add("note");
        HBox head = new HBox(agent, figures);
        head.getStyleClass().add("row");
        VBox card = new VBox(head, words(recorded.turn().prompt(), "item-prompt"));
        card.getStyleClass().add("item-turn");
        recorded.lenses()
                .forEach(
                        lens ->
                                card.getChildren()
                                        .add(words(ItemViewModel.near(lens), "lens-line")));
        String said = recorded.turn().text();
        if (said != null) {
            card.getChildren().add(words("→ " + said, "lane-words"));
        }
        return card;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text.strip());
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
