package dev.latentloom.views.shell;

import atlantafx.base.controls.ModalPane;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobBar;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.LogModel;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The controller of ShellView.fxml: the window's frame; areas and dock tabs are given to it. */
public final class ShellView {
    @FXML private StackPane root;
    @FXML private StackPane stage;
    @FXML private VBox rail;
    @FXML private MenuBar menus;
    @FXML private Label project;
    @FXML private ScrollPane inspector;
    @FXML private ToggleButton jobsTab;
    @FXML private ToggleButton logTab;
    @FXML private Label errorBadge;
    @FXML private HBox currentJob;
    @FXML private StackPane dock;
    @FXML private ModalPane overlay;

    private final ShellViewModel model;
    private final CommandRegistry commands;
    private final DockContent tabs;
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Map<String, Node> built = new HashMap<>();
    private final Map<String, @Nullable Node> inspectors = new HashMap<>();

    /** The areas come in the order of the rail. */
    public ShellView(
            ShellViewModel model,
            CommandRegistry commands,
            DockContent tabs,
            Iterable<? extends Area> areas) {
        this.model = model;
        this.commands = commands;
        this.tabs = tabs;
        areas.forEach(area -> this.areas.put(area.key(), area));
        model.areas().setAll(this.areas.keySet());
    }

    @FXML
    private void initialize() {
        rail.getChildren().setAll(new Rail(model, areas.values()).buttons());
        menus.getMenus().setAll(Menus.of(commands));
        project.textProperty().bind(model.projectProperty());
        model.areaProperty().subscribe(this::showArea);
        model.inspectorOpenProperty().subscribe(open -> showInspector());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::hideByEscape);
        initializeDock();
    }

    private void hideByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && overlay.isDisplay()) {
            hide();
            event.consume();
        }
    }

    private void initializeDock() {
        DockTabs dockTabs = new DockTabs(dock, model);
        dockTabs.add(jobsTab, tabs.jobs());
        dockTabs.add(logTab, tabs.log());
        LogModel log = tabs.logModel();
        errorBadge
                .textProperty()
                .bind(
                        log.unseenErrorsProperty()
                                .map(count -> Messages.text("shell.log.badge", count)));
        errorBadge.visibleProperty().bind(log.unseenErrorsProperty().greaterThan(0));
        logTab.selectedProperty().subscribe(shown -> markSeen(shown, log));
        log.unseenErrorsProperty().subscribe(count -> markSeen(logTab.isSelected(), log));
        tabs.current().subscribe(this::showCurrentJob);
    }

    private static void markSeen(boolean shown, LogModel log) {
        if (shown) {
            log.markSeen();
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
        stage.getChildren().setAll(built.computeIfAbsent(area.key(), any -> area.content()));
        if (!inspectors.containsKey(area.key())) {
            inspectors.put(area.key(), area.inspector());
        }
        showInspector();
    }

    private void showInspector() {
        Node content = inspectors.get(model.areaProperty().get());
        boolean shown = content != null && model.inspectorOpenProperty().get();
        inspector.setContent(shown ? content : null);
        inspector.setVisible(shown);
        inspector.setManaged(shown);
    }

    /** Shows a sheet over the window; Esc or a click beside it takes it away. */
    public void show(Node sheet) {
        overlay.setAlignment(Pos.CENTER);
        overlay.show(sheet);
    }

    /** Shows a sheet at the right side of the window, as high as the window. */
    public void showAside(Node sheet) {
        overlay.setAlignment(Pos.TOP_RIGHT);
        overlay.show(sheet);
    }

    /** Takes the sheet away. */
    public void hide() {
        overlay.hide(true);
    }
}
