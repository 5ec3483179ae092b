package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.control.TabStrip;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** The controller of RunView.fxml: the team above, and below it what is asked of it. */
public final class RunView {
    /** Place of "One question" among the tabs. */
    public static final int QUESTION = 0;

    /** Place of "Data set". */
    public static final int DATA = 1;

    /** Place of "Ablation". */
    public static final int ABLATION = 2;

    @FXML private VBox empty;
    @FXML private ScrollPane page;
    @FXML private StackPane team;
    @FXML private TabStrip tabs;
    private final RunViewModel model;
    private final ReplayViewModel replay;
    private final ReadOnlyStringProperty items;
    private final Supplier<Node> evaluation;
    private final Supplier<Node> sweep;

    /**
     * @param replay plays kept runs
     * @param items id of the kept run whose items are shown under "Data set"
     * @param evaluation makes what stands there, once it is to be seen
     * @param sweep makes what stands under "Ablation", likewise
     */
    public RunView(
            RunViewModel model,
            ReplayViewModel replay,
            ReadOnlyStringProperty items,
            Supplier<Node> evaluation,
            Supplier<Node> sweep) {
        this.model = model;
        this.replay = replay;
        this.items = items;
        this.evaluation = evaluation;
        this.sweep = sweep;
    }

    @FXML
    private void initialize() {
        Shown.when(empty, model.projectProperty().isNull());
        Shown.when(page, model.projectProperty().isNotNull());
        tabs.add(
                Messages.text("run.tab.question"),
                () -> QuestionView.of(model, replay, tabs::focusOpen));
        tabs.add(Messages.text("run.tab.data"), evaluation);
        tabs.add(Messages.text("run.tab.ablation"), sweep);
        model.projectProperty().subscribe(this::showProject);
        replay.activeProperty()
                .subscribe(
                        on -> {
                            if (on) {
                                tabs.openProperty().set(QUESTION); // it plays there
                            }
                        });
        items.subscribe(
                id -> {
                    if (!id.isEmpty()) {
                        tabs.openProperty().set(DATA);
                    }
                });
    }

    private void showProject(@Nullable RunProject project) {
        if (project == null) {
            return;
        }
        ScrollPane map =
                new ScrollPane(new TeamMap(project, model.team(), model.choices().wires()));
        map.getStyleClass().add("area-scroll");
        map.setFitToWidth(true);
        map.setFitToHeight(true);
        team.getChildren().setAll(map);
    }
}
