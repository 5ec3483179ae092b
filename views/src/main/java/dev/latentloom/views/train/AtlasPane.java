package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.plot.HeatMapPane;
import dev.latentloom.views.text.Figures;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The gradient atlas of a training: links in rows, rounds in columns, as it changes. */
final class AtlasPane extends VBox {
    private final Label caption = new Label();
    private final HeatMapPane map = new HeatMapPane(Messages.text("train.atlas.none"));
    private @Nullable TrainRun run;
    private List<Integer> rounds = List.of();
    private Subscription following = Subscription.EMPTY;
    private @Nullable String chosen;

    AtlasPane() {
        getStyleClass().add("atlas");
        Label title = new Label(Messages.text("train.atlas"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("note");
        HBox head = new HBox(title, caption);
        head.getStyleClass().add("row");
        Label nothing = new Label(Messages.text("shell.plot.empty"));
        nothing.getStyleClass().add("muted");
        nothing.visibleProperty().bind(map.visibleProperty().not());
        map.setVisible(false); // a cell without an amount would claim that no gradient comes there
        StackPane body = new StackPane(nothing, map);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
    }

    void show(TrainRun shown) {
        following.unsubscribe();
        run = shown;
        rounds = List.of();
        following = shown.atlas().stepProperty().subscribe(step -> draw(shown, step.longValue()));
    }

    private void draw(TrainRun shown, long step) {
        GradientAtlas atlas = shown.atlas();
        if (!rounds.equals(atlas.rounds())) {
            rounds = atlas.rounds();
            map.layOut(
                    shown.links().stream().map(LinkName::name).toList(),
                    rounds.stream().map(AtlasPane::head).toList());
            choose(chosen);
            explain(shown);
        }
        List<List<@Nullable Double>> norms = new ArrayList<>();
        for (LinkName link : shown.links()) {
            List<@Nullable Double> row = new ArrayList<>();
            rounds.forEach(round -> row.add(atlas.norm(link.key(), round)));
            norms.add(row);
        }
        map.show(norms);
        map.setVisible(step > 0);
        caption.setText(caption(atlas, step));
    }

    private static String head(int round) {
        return round == 0
                ? Messages.text("train.atlas.all")
                : Messages.text("train.atlas.round", round);
    }

    private static String caption(GradientAtlas atlas, long step) {
        if (step == 0) {
            return Messages.text("train.atlas.empty");
        }
        String key = atlas.byRound() ? "train.atlas.byRound" : "train.atlas.apart";
        return Messages.text(key, Figures.count(step));
    }

    private void explain(TrainRun shown) {
        for (int row = 0; row < shown.links().size(); row++) {
            for (int column = 0; column < rounds.size(); column++) {
                String name = shown.links().get(row).name();
                String text = Messages.text("train.atlas.tip", name, head(rounds.get(column)));
                map.explain(row, column, text);
            }
        }
    }

    /** Marks the row of a link; null marks none. */
    void choose(@Nullable String link) {
        chosen = link;
        int row = -1;
        List<LinkName> links = run == null ? List.of() : run.links();
        for (int i = 0; i < links.size(); i++) {
            row = links.get(i).key().equals(link) ? i : row;
        }
        map.choose(row);
    }
}
