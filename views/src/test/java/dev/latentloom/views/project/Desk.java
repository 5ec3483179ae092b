package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.views.dialog.Ask;
import dev.latentloom.views.dialog.Place;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.job.Background;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A project without a window: everything happens at once, questions wait for an answer. */
final class Desk implements ProjectWindow {
    final BuildViewModel build;
    final ProjectFiles files;
    final ProjectViewModel project;
    final RecoveryJournal journal;
    final RecoveryViewModel recovery;
    final Deque<Ask> asked = new ArrayDeque<>();
    final Deque<Place> places = new ArrayDeque<>();
    final List<String> heard = new ArrayList<>();

    private record NoModels(
            List<ModelWidth> all, long budget, String type, String device, List<String> devices)
            implements ModelWidths {}

    Desk(Path home) {
        build =
                new BuildViewModel(
                        Columns.blank(),
                        new NoModels(List.of(), 0, "f32", "cpu", List.of("cpu")),
                        Runnable::run,
                        Runnable::run);
        files = new ProjectFiles(home.resolve("projects"), home.resolve("samples"));
        Background background = new Background(Runnable::run, Runnable::run);
        project = new ProjectViewModel(build, files, this, background);
        journal = new RecoveryJournal(home.resolve("state"));
        recovery = new RecoveryViewModel(project, files, journal, background, this);
    }

    /** Answers the question that waits. */
    void answer(String key) {
        asked.pop().choices().stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseThrow()
                .act()
                .run();
    }

    @Override
    public Runnable opening(Path folder) {
        return () -> heard.add("opened " + folder.getFileName());
    }

    @Override
    public void moved(Path folder) {
        heard.add("moved " + folder.getFileName());
    }

    @Override
    public void blank() {
        heard.add("blank");
    }

    @Override
    public void said(String key, List<?> arguments) {
        heard.add(key);
    }

    @Override
    public void failed(WorkbenchException reason) {
        heard.add(reason.key());
    }

    @Override
    public void ask(Ask question) {
        asked.push(question);
    }

    @Override
    public void place(Place question) {
        places.push(question);
    }
}
