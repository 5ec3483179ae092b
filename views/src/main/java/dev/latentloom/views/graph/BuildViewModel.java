package dev.latentloom.views.graph;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.SingleGraph;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.EditHistory;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.StoredDraft;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The state of the Build area: what is drawn, what is selected, and how far a run has come. */
public final class BuildViewModel {
    private static final String IMPORT = "graph.edit.import";

    private final ReadOnlyObjectWrapper<ModelWidths> models;
    private final PromptPreview prompts;
    private final LinkChoices links;
    private final RunProgress progress = new RunProgress();
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper(this, "opened");
    private final ReadOnlyIntegerWrapper arranged = new ReadOnlyIntegerWrapper(this, "arranged");
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyObjectWrapper<Set<String>> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Edit> undoable =
            new ReadOnlyObjectWrapper<>(this, "undoable");
    private final ReadOnlyObjectWrapper<@Nullable Edit> redoable =
            new ReadOnlyObjectWrapper<>(this, "redoable");
    private final ObservableMap<String, Remark> problems = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper(this, "runnable");
    private final Executor background;
    private final Executor window;
    private EditHistory history;

    /**
     * @param background where automatic layouts are computed
     * @param window runs a task on the FX thread
     */
    public BuildViewModel(Draft start, ModelWidths models, Executor background, Executor window) {
        this.links = new LinkChoices(this, new Background(background, window));
        this.prompts = new PromptPreview(new Background(background, window));
        this.models = new ReadOnlyObjectWrapper<>(this, "models", models);
        this.background = background;
        this.window = window;
        this.history = new EditHistory(start);
        this.draft = new ReadOnlyObjectWrapper<>(this, "draft", start);
        check();
        links.setsProperty().addListener((property, old, now) -> check());
    }

    /** Shows another drawing and forgets what could be undone. */
    public void open(Draft now) {
        history = new EditHistory(now);
        selection.set(Set.of());
        progress.clear();
        refresh();
        opened.set(opened.get() + 1);
    }

    /** How often nodes have been placed in layers. */
    public ReadOnlyIntegerProperty arrangedProperty() {
        return arranged.getReadOnlyProperty();
    }

    /** How many drawings have been opened, the first one not counted. */
    public ReadOnlyIntegerProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What is drawn; changes with every edit. */
    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public Draft draft() {
        return draft.get();
    }

    /** Ids of the nodes, wires and groups selected, in the order in which they were. */
    public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Set<String> selection() {
        return selection.get();
    }

    /** The edit that undo would take back; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Edit> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** The edit that redo would make again; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Edit> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    public ModelWidths models() {
        return models.get();
    }

    /** The models at hand; changes when others are found. */
    public ReadOnlyObjectProperty<ModelWidths> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /** Offers these models from now on. */
    public void use(ModelWidths found) {
        models.set(found);
        check();
        links.look();
    }

    /** Which link set the team uses, and could use. */
    public LinkChoices links() {
        return links;
    }

    /** The prompt of the agent in view as its model reads it. */
    public PromptPreview prompts() {
        return prompts;
    }

    /** What nodes and wires show of the run. */
    public RunProgress progress() {
        return progress;
    }

    /** What is wrong and how to mend it, by id of the node that shows it. */
    public ObservableMap<String, Remark> problems() {
        return problems;
    }

    /** Whether nothing keeps the team from running. */
    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /** Computes a layout in the background and moves all nodes where it puts them. */
    public void arrange() {
        GraphDocument document = draft().document();
        ModelWidths known = models();
        background.execute(
                () -> {
                    Map<String, Spot> spots = AutoLayout.arrange(document, known);
                    window.execute(
                            () -> {
                                apply(LayoutEdits.arrange(spots));
                                arranged.set(arranged.get() + 1);
                            });
                });
    }

    /** Selects exactly these. */
    public void select(Collection<String> ids) {
        history.seal();
        selection.set(Collections.unmodifiableSet(new LinkedHashSet<>(ids)));
    }

    /** Adds to the selection, or takes out of it. */
    public void toggle(String id) {
        Set<String> ids = new LinkedHashSet<>(selection());
        if (!ids.remove(id)) {
            ids.add(id);
        }
        select(ids);
    }

    /** Makes an edit. */
    public void apply(Edit edit) {
        history.apply(edit);
        refresh();
    }

    /** Makes an edit and selects the nodes and groups it added. */
    public void add(Edit edit) {
        Set<String> before = draft().document().ids();
        apply(edit);
        Set<String> added = new LinkedHashSet<>(draft().document().nodes());
        draft().document().groups().forEach(group -> added.add(group.id()));
        added.removeAll(before);
        if (!added.isEmpty()) {
            select(added);
        }
    }

    /** Adds the team of a graph's file, its upper left corner at a spot; read in the background. */
    public void bring(Path file, Spot at, Consumer<WorkbenchException> failed) {
        background.execute(
                () -> {
                    try {
                        SingleGraph read = SingleGraph.read(file);
                        window.execute(() -> add(StoredDraft.clip(read).paste(at, IMPORT)));
                    } catch (WorkbenchException e) {
                        window.execute(() -> failed.accept(e));
                    }
                });
    }

    /** Writes what is drawn as one file, in the background. */
    public void export(Path file, Consumer<WorkbenchException> failed) {
        Draft drawn = draft();
        background.execute(
                () -> {
                    try {
                        StoredDraft.single(drawn).write(file);
                    } catch (WorkbenchException e) {
                        window.execute(() -> failed.accept(e));
                    }
                });
    }

    /** Takes the last edit back. */
    public void undo() {
        history.undo();
        refresh();
    }

    /** Makes the edit undone last again. */
    public void redo() {
        history.redo();
        refresh();
    }

    private void check() {
        Map<String, Remark> found =
                DraftCheck.of(draft().document(), models(), links.problems(draft().document()));
        problems.keySet().retainAll(found.keySet());
        found.forEach(
                (id, remark) -> {
                    if (!remark.equals(problems.get(id))) {
                        problems.put(id, remark);
                    }
                });
        runnable.set(found.values().stream().noneMatch(Remark::error));
    }

    private void refresh() {
        draft.set(history.current());
        check();
        undoable.set(history.undoable().orElse(null));
        redoable.set(history.redoable().orElse(null));
        Set<String> left = new LinkedHashSet<>(selection());
        if (left.retainAll(Selection.all(draft()))) {
            selection.set(Collections.unmodifiableSet(left));
        }
    }
}
