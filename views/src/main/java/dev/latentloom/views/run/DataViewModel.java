package dev.latentloom.views.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.DataNote;
import dev.latentloom.engine.question.FieldMapping;
import dev.latentloom.engine.question.Preview;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.question.QuestionReader;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.text.Figures;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data file, and which of its columns is what; the project remembers both. The file is read in
 * the background, and its first rows show as they will be asked.
 */
public final class DataViewModel {
    private static final int SHOWN = 3;
    private static final int MOST_ITEMS = 1_000_000;

    private final DataSource source;
    private final Background files;
    private final NumberChoice limit = NumberChoice.whole(1, MOST_ITEMS);
    private final List<RoleChoice> roles =
            FieldMapping.ROLES.stream().map(RoleChoice::new).toList();
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ObservableList<Question> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<DataOffer> offer =
            new ReadOnlyObjectWrapper<>(this, "offer", new DataOffer(false, List.of(), null));
    private final ReadOnlyObjectWrapper<@Nullable Path> file =
            new ReadOnlyObjectWrapper<>(this, "file");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final BooleanBinding usable = reading.not().and(problem.isEmpty());
    private Map<String, String> chosen = Map.of();
    private boolean mapped; // whether the roles show what is what
    private boolean acted; // opening a project alone changes nothing it remembers
    private @Nullable Path project;
    private long asked;

    /**
     * @param files reads and writes away from the FX thread
     */
    public DataViewModel(DataSource source, Background files) {
        this.source = source;
        this.files = files;
        limit.textProperty().set("100");
    }

    /** Shows what a project has, and what of it was used last; null shows nothing. */
    public void open(@Nullable Path folder) {
        project = folder;
        acted = false;
        begin(null);
        offer.set(new DataOffer(false, List.of(), null));
        if (folder == null) {
            return;
        }
        long mine = ++asked;
        reading.set(true);
        files.run(
                () -> source.offer(folder),
                found -> {
                    if (mine == asked) {
                        offer.set(found);
                        take(found.first());
                    }
                },
                reason -> fail(mine, reason));
    }

    /** Which data files the project has now: other programs write some too. */
    public void filesFound(List<Path> found) {
        DataOffer before = offer.get();
        if (project == null || reading.get() || found.equals(before.files())) {
            return;
        }
        offer.set(new DataOffer(before.ownTask(), found, before.last()));
        if (file.get() == null && !before.ownTask()) {
            take(offer.get().first()); // there was nothing to ask
        }
    }

    /** Takes a file, or the questions of the project's own task for null; the project remembers. */
    public void choose(@Nullable Path chosenFile) {
        acted = true;
        take(chosenFile);
        if (chosenFile == null) {
            remember();
        }
    }

    private void take(@Nullable Path now) {
        begin(now);
        Path folder = project;
        if (now == null || folder == null) {
            reading.set(false);
            boolean any = folder == null || offer.get().ownTask();
            problem.set(any ? "" : Messages.text("run.data.none"));
            return;
        }
        long mine = asked;
        reading.set(true);
        files.run(
                () -> source.note(folder, now),
                note -> {
                    if (mine == asked) {
                        note.ifPresent(this::recall);
                        look(now);
                    }
                },
                reason -> fail(mine, reason));
    }

    private void recall(DataNote note) {
        Integer most = note.limit();
        limit.textProperty().set(most == null ? "" : most.toString());
        chosen = note.fields();
    }

    /** Shows a file of which nothing is known yet. */
    private void begin(@Nullable Path now) {
        asked++;
        file.set(now);
        chosen = Map.of();
        mapped = false;
        columns.clear();
        rows.clear();
        roles.forEach(role -> role.show(""));
        facts.set("");
        problem.set("");
    }

    /** Makes a column the question, the answer, the choices or the id; an empty one none. */
    public void map(String role, String column) {
        Path shown = file.get();
        if (shown == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>(chosen);
        if (mapped) {
            roles.forEach(each -> fields.put(each.role(), each.columnProperty().get()));
        } // else the names may still tell the rest
        if (!column.equals(fields.put(role, column))) {
            acted = true;
            chosen = fields;
            look(shown);
        }
    }

    private void look(Path looked) {
        long mine = ++asked;
        Map<String, String> fields = chosen;
        reading.set(true);
        files.run(
                () -> new QuestionReader(looked).preview(fields, SHOWN),
                preview -> {
                    if (mine == asked) {
                        show(preview);
                    }
                },
                reason -> fail(mine, reason));
    }

    private void show(Preview preview) {
        reading.set(false);
        columns.setAll(preview.columns());
        FieldMapping mapping = preview.mapping();
        mapped = mapping != null;
        Map<String, String> fields = mapping == null ? chosen : mapping.toMap();
        roles.forEach(role -> role.show(fields.getOrDefault(role.role(), "")));
        rows.setAll(preview.questions());
        int shown = preview.questions().size();
        String key = shown == 0 ? "run.data.records" : "run.data.facts";
        facts.set(Messages.text(key, Figures.count(preview.records()), shown));
        WorkbenchException wrong = preview.problem();
        problem.set(wrong == null ? "" : Messages.text(wrong.key(), wrong.arguments()));
        if (wrong == null && acted) {
            remember();
        }
    }

    private void fail(long mine, WorkbenchException reason) {
        if (mine == asked) {
            reading.set(false);
            rows.clear();
            problem.set(Messages.text(reason.key(), reason.arguments()));
        }
    }

    /** Lets the project remember file, columns and limit as they are now. */
    public void remember() {
        Path folder = project;
        if (folder == null || !limit.validProperty().get()) {
            return;
        }
        Path used = file.get();
        DataNote note = new DataNote(chosen, limit.integer());
        files.run(
                () -> {
                    source.remember(folder, used, note);
                    return note;
                },
                kept -> {},
                reason -> problem.set(Messages.text(reason.key(), reason.arguments())));
    }

    /** Which column is what, as a specification takes it; empty where the names tell. */
    public Map<String, String> fields() {
        return chosen;
    }

    /** What the project has. */
    public ReadOnlyObjectProperty<DataOffer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The file, null for the questions of the project's own task. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** At most so many items. */
    public NumberChoice limit() {
        return limit;
    }

    /** What columns can be, in the order in which they show. */
    public List<RoleChoice> roles() {
        return roles;
    }

    /** Columns of the file. */
    public ObservableList<String> columns() {
        return columns;
    }

    /** Its first questions, as they will be asked. */
    public ObservableList<Question> rows() {
        return rows;
    }

    /** How many records it has. */
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why it cannot be asked like this; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the file is being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Whether there are questions to ask now. */
    public BooleanBinding usableProperty() {
        return usable;
    }
}
