package dev.latentloom.views.job;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The log of this session: its lines, what is filtered out, and errors nobody has looked at. */
public final class LogModel {
    private static final int KEPT = 5000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);
    private final ObjectProperty<LogLevel> level =
            new SimpleObjectProperty<>(this, "level", LogLevel.INFO);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final IntegerProperty unseenErrors = new SimpleIntegerProperty(this, "unseenErrors");

    public LogModel() {
        level.addListener((property, before, now) -> filter());
        search.addListener((property, before, now) -> filter());
    }

    /** Adds a line; the oldest goes when there are too many. Call on the FX thread. */
    public void add(LogLevel lineLevel, String source, String text) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.add(new LogLine(LocalTime.now(ZoneId.systemDefault()), lineLevel, source, text));
        if (lineLevel == LogLevel.ERROR) {
            unseenErrors.set(unseenErrors.get() + 1);
        }
    }

    private void filter() {
        LogLevel least = level.get();
        String wanted = search.get().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                line ->
                        line.level().compareTo(least) <= 0
                                && line.line().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Somebody has looked: the badge goes. */
    public void markSeen() {
        unseenErrors.set(0);
    }

    /** The chosen lines as one text, every line that is shown where none is chosen. */
    public String copy(List<LogLine> chosen) {
        List<LogLine> wanted = chosen.isEmpty() ? shown : chosen;
        return wanted.stream().map(LogLine::line).collect(Collectors.joining("\n"));
    }

    /** What passes the filter, oldest first. */
    public ObservableList<LogLine> shown() {
        return shown;
    }

    /** Lines of this level and of those that matter more are shown. */
    public ObjectProperty<LogLevel> levelProperty() {
        return level;
    }

    /** Only lines that contain this text are shown. */
    public StringProperty searchProperty() {
        return search;
    }

    public IntegerProperty unseenErrorsProperty() {
        return unseenErrors;
    }
}
