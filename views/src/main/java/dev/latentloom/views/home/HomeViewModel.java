package dev.latentloom.views.home;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What Home offers: samples, recent projects, and the doctor's report. */
public final class HomeViewModel {
    private final List<Sample> samples;
    private final Consumer<Path> open;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<RecoveredCard> recovered = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<DoctorReport> doctor =
            new ReadOnlyObjectWrapper<>(this, "doctor", new DoctorReport(List.of()));

    /**
     * @param open opens a project folder in the window
     */
    public HomeViewModel(List<Sample> samples, Consumer<Path> open) {
        this.samples = List.copyOf(samples);
        this.open = open;
    }

    /** Has the doctor look, off the FX thread, and shows the report at a later frame. */
    public void examine(Supplier<DoctorReport> examination, Executor background, Executor frame) {
        background.execute(
                () -> {
                    DoctorReport report = examination.get();
                    frame.execute(() -> doctor.set(report));
                });
    }

    /** Shows these recent projects, latest first. */
    public void showRecent(List<Path> folders) {
        recent.setAll(folders);
    }

    public void open(Path folder) {
        open.accept(folder);
    }

    /** The sample of the large card; empty where no samples are bundled. */
    public Optional<Sample> first() {
        return samples.stream().findFirst();
    }

    public List<Sample> samples() {
        return samples;
    }

    public ObservableList<Path> recent() {
        return recent;
    }

    /** Work that can be recovered, latest first. */
    public ObservableList<RecoveredCard> recovered() {
        return recovered;
    }

    /** Empty until the doctor has looked. */
    public ReadOnlyObjectProperty<DoctorReport> doctorProperty() {
        return doctor.getReadOnlyProperty();
    }
}
