package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProjectLock;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.dialog.Place;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.LinkEdits;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The open project: what is drawn in Build, where it is kept, and whether that is the same. */
public final class ProjectViewModel {
    private final BuildViewModel build;
    private final ProjectFiles files;
    private final ProjectWindow window;
    private final Background background;
    private final OutsideChanges outside;
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private Keeper keeper = Keeper.NONE;
    private OpenProject open = OpenProject.blank(Messages.text("project.untitled"));
    private boolean closed;

    /** Starts with an empty drawing that has no folder. */
    public ProjectViewModel(
            BuildViewModel build, ProjectFiles files, ProjectWindow window, Background background) {
        this.build = build;
        this.files = files;
        this.window = window;
        this.background = background;
        outside = new OutsideChanges(this, files, window, background);
        build.open(open.saved());
        build.draftProperty().subscribe(draft -> compare());
    }

    /** Tells whoever keeps unsaved work of every change; one listener at a time. */
    void keptBy(Keeper listener) {
        keeper = listener;
    }

    /** Unsaved work is what differs in content from the files, however it came about. */
    private void compare() {
        dirty.set(!build.draft().equals(open.saved()));
        String name = open.project().name();
        String key = open.readOnly() ? "project.title.readOnly" : "project.title.dirty";
        title.set(dirty.get() || open.readOnly() ? Messages.text(key, name) : name);
        keeper.changed(this);
    }

    /** Goes on with files as they are now; what is drawn stays. */
    void become(OpenProject now) {
        open = now;
        compare();
    }

    /** Opens a folder, or the copy of a sample; asks first where something is not saved. */
    public void open(Path folder) {
        leave(() -> openNow(folder, () -> {}));
    }

    /** Opens a folder whatever is unsaved; then does something more. */
    void openNow(Path folder, Runnable then) {
        background.run(
                () -> {
                    OpenProject read = files.open(folder);
                    return new Opened(read, window.opening(folder(read)));
                },
                opened -> {
                    Path own = show(opened.project());
                    if (files.bundled(folder)) {
                        window.said("project.sampleCopied", List.of(own));
                    }
                    opened.shown().run();
                    ProjectLock lock = opened.project().lock();
                    if (lock != null && !lock.held()) {
                        window.ask(Asks.readOnly(own, lock.other()));
                    }
                    then.run();
                },
                window::failed);
    }

    /** Goes on with a project and what its files say; gives its folder. */
    Path show(OpenProject opened) {
        if (open.lock() != null && !folder(open).equals(folder(opened))) {
            open.close();
        }
        open = opened;
        build.open(opened.saved());
        compare();
        return folder(opened);
    }

    private static Path folder(OpenProject project) {
        Path folder = project.folder();
        return folder == null ? Path.of("") : folder;
    }

    /** Starts an empty project; asks first where something is not saved. */
    public void fresh() {
        leave(
                () -> {
                    show(OpenProject.blank(Messages.text("project.untitled")));
                    window.blank();
                });
    }

    /** Goes on once nothing is unsaved, or people do not mind. */
    public void leave(Runnable then) {
        if (!dirty.get()) {
            then.run();
            return;
        }
        window.ask(Asks.unsaved(open.project().name(), then, () -> save(then)));
    }

    /** Writes the files; where there is no folder to write to, asks for one. */
    public void save(Runnable then) {
        Path folder = open.folder();
        if (folder == null || open.readOnly()) {
            saveAs(then);
            return;
        }
        OpenProject before = open;
        Draft draft = build.draft();
        background.run(
                () -> files.changedOutside(folder, before) ? before : write(folder, before, draft),
                after -> {
                    if (after.equals(before) && !draft.equals(before.saved())) {
                        askOverwrite(folder, draft, then);
                    } else {
                        become(after);
                        then.run();
                    }
                },
                window::failed);
    }

    private OpenProject write(Path folder, OpenProject before, Draft draft)
            throws WorkbenchException {
        keeper.ahead(before, draft);
        return files.save(folder, before, draft);
    }

    /** Keeps what is drawn now, as unsaved work; not for the FX thread. */
    void keep(OpenProject project, Draft draft) throws WorkbenchException {
        keeper.ahead(project, draft);
    }

    private void askOverwrite(Path folder, Draft draft, Runnable then) {
        OpenProject before = open;
        Runnable overwrite =
                () ->
                        background.run(
                                () -> write(folder, before, draft),
                                after -> {
                                    become(after);
                                    then.run();
                                },
                                window::failed);
        window.ask(
                Asks.overwrite(before.project().name(), () -> outside.reload(folder), overwrite));
    }

    /** Asks where to, and goes on with a project there. */
    public void saveAs(Runnable then) {
        OpenProject before = open;
        Path from = before.folder();
        Path parent = from == null ? null : from.toAbsolutePath().getParent();
        Consumer<Path> chosen =
                folder -> {
                    Draft draft = build.draft();
                    background.run(
                            () -> files.saveAs(folder, before, draft),
                            after -> {
                                before.close();
                                become(after);
                                window.moved(folder);
                                then.run();
                            },
                            window::failed);
                };
        window.place(
                new Place(
                        "project.saveAs",
                        before.project().name(),
                        parent == null ? files.projects() : parent,
                        chosen));
    }

    /** Goes on once the project's files hold what is drawn. */
    public void ready(Consumer<Path> then) {
        Runnable go = () -> then.accept(folder(open));
        if (dirty.get() || open.folder() == null) {
            save(go);
        } else {
            go.run();
        }
    }

    /** Looks whether another program changed the files; asks what shall count if so. */
    public void look() {
        if (!closed) {
            outside.look();
        }
    }

    /** This window itself has written the project's link set: what is drawn uses it too. */
    public void written() {
        Path folder = open.folder();
        if (folder != null) {
            outside.read(
                    folder,
                    now -> {
                        build.apply(LinkEdits.use(now.saved().document().links()));
                        build.links().look(); // the set may be a new one
                        become(now);
                    });
        }
    }

    /** Goes on with a folder that the project has and may write; asks for one if need be. */
    public void placed(Consumer<Path> then) {
        if (open.folder() == null || open.readOnly()) {
            saveAs(() -> then.accept(folder(open)));
        } else {
            then.accept(folder(open));
        }
    }

    /** The project's folder, null while it has none. */
    public @Nullable Path folder() {
        return open.folder();
    }

    /** Gives the folder back to other windows. */
    public void close() {
        closed = true;
        open.close();
    }

    /** What is open; for whoever keeps unsaved work. */
    OpenProject current() {
        return open;
    }

    Draft draft() {
        return build.draft();
    }

    /** Goes on with a drawing as one edit, which undo takes back. */
    void goOnWith(Draft draft, String key) {
        build.apply(Edit.of(before -> draft, key));
    }

    /** Goes on with a drawing that never had a folder. */
    void goOnWithout(String name, Draft draft, String key) {
        show(OpenProject.blank(name));
        goOnWith(draft, key);
        window.blank();
    }

    /** Name of the project, marked while something is not saved. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Whether what is drawn differs from the files. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Whether files are read or written now. */
    public boolean busy() {
        return background.busy();
    }
}
