package dev.latentloom.views.shell;

import atlantafx.base.controls.ModalPane;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.dock.DockView;
import dev.latentloom.views.dock.DockViewModel;
import dev.latentloom.views.job.JobBar;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.LogModel;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The controller of ShellView.fxml: the window's frame; areas and panes are given to it. */
public final class ShellView {
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 900;

    @FXML private StackPane root;
    @FXML private StackPane stage;
    @FXML private VBox rail;
    @FXML private MenuBar menus;
    @FXML private Label project;
    @FXML private Button errorBadge;
    @FXML private HBox currentJob;
    @FXML private ModalPane overlay;

    private final ShellViewModel model;
    private final CommandRegistry commands;
    private final DockViewModel dock;
    private final DockView dockView;
    private final DockContent content;
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Map<String, Map<DockPane, Node>> panes = new HashMap<>();

    /** The areas come in the order of the rail. */
    public ShellView(
            ShellViewModel model,
            CommandRegistry commands,
            DockViewModel dock,
            DockContent content,
            Iterable<? extends Area> areas) {
        this.model = model;
        this.commands = commands;
        this.dock = dock;
        this.dockView = new DockView(dock);
        this.content = content;
        areas.forEach(area -> this.areas.put(area.key(), area));
        model.areas().setAll(this.areas.keySet());
    }

    @FXML
    private void initialize() {
        rail.getChildren().setAll(new Rail(model, areas.values()).buttons());
        menus.getMenus().setAll(Menus.of(commands));
        project.textProperty().bind(model.projectProperty());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::hideByEscape);
        root.widthProperty()
                .subscribe(
                        width ->
                                root.pseudoClassStateChanged(
                                        NARROW, width.doubleValue() < NARROW_BELOW));
        overlay.setInTransitionFactory(null); // a sheet on its way in stays behind in the corner
        overlay.setOutTransitionFactory(null); // a sheet on its way out would take the next along
        initializeDock();
        model.areaProperty().subscribe(this::showArea);
    }

    private void hideByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && overlay.isDisplay()) {
            hide();
            event.consume();
        }
    }

    private void initializeDock() {
        stage.getChildren().setAll(dockView);
        LogModel log = content.logModel();
        errorBadge
                .textProperty()
                .bind(
                        log.unseenErrorsProperty()
                                .map(count -> Messages.text("shell.log.badge", count)));
        Shown.when(errorBadge, log.unseenErrorsProperty().greaterThan(0));
        errorBadge.setOnAction(event -> dock.show(DockPane.LOG));
        dock.shownProperty().subscribe(now -> markSeen());
        log.unseenErrorsProperty().subscribe(count -> markSeen());
        content.current().subscribe(this::showCurrentJob);
    }

    private void markSeen() {
        if (dock.shows(DockPane.LOG)) {
            content.logModel().markSeen();
        }
    }

    private void showCurrentJob(@Nullable JobEntry job) {
        if (job == null) {
            currentJob.getChildren().clear();
        } else {
            currentJob.getChildren().setAll(new JobBar(job));
        }
    }

    private void showArea(@Nullable String key) {
        Area area = key == null ? null : areas.get(key);
        if (area == null) {
            return;
        }
        dockView.open(area.key(), panes.computeIfAbsent(area.key(), any -> panes(area)));
    }

    private Map<DockPane, Node> panes(Area area) {
        Map<DockPane, Node> found = new EnumMap<>(content.panes());
        found.put(DockPane.WORK, area.content());
        Node palette = area.palette();
        if (palette != null) {
            found.put(DockPane.PALETTE, palette);
        }
        Node inspector = area.inspector();
        if (inspector != null) {
            found.put(DockPane.INSPECTOR, scrolling(inspector));
        }
        return found;
    }

    private static ScrollPane scrolling(Node inspector) {
        ScrollPane scroll = new ScrollPane(inspector);
        scroll.getStyleClass().add("inspector");
        scroll.setAccessibleText(Messages.text("dock.pane." + DockPane.INSPECTOR.key()));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** Shows a sheet over the window; Esc or a click beside it takes it away. */
    public void show(Node sheet) {
        overlay.setAlignment(Pos.CENTER);
        overlay.pseudoClassStateChanged(ASIDE, false);
        overlay.show(sheet);
    }

    /** Shows a sheet at the right side of the window, as high as the window. */
    public void showAside(Node sheet) {
        overlay.setAlignment(Pos.TOP_RIGHT);
        overlay.pseudoClassStateChanged(ASIDE, true);
        overlay.show(sheet);
    }

    /** Takes the sheet away. */
    public void hide() {
        overlay.hide(true);
    }
}
