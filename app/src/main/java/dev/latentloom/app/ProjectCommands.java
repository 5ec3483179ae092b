package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.home.RecentRows;
import dev.latentloom.views.project.ProjectViewModel;
import dev.latentloom.views.settings.SettingsViewModel;
import dev.latentloom.views.shell.CommandRegistry;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;

/** The commands of the open project. */
record ProjectCommands(
        ProjectViewModel project,
        BuildViewModel build,
        SettingsViewModel settings,
        Sheets sheets,
        Notices notices) {
    void register(CommandRegistry commands) {
        commands.add("command.newProject", "file", "Shortcut+N", project::fresh);
        commands.add("command.openProject", "file", "Shortcut+O", this::choose);
        commands.add("command.recentProjects", "file", null, this::showRecent);
        commands.add("command.save", "file", "Shortcut+S", () -> project.save(() -> {}));
        commands.add("command.saveAs", "file", "Shortcut+Shift+S", () -> project.saveAs(() -> {}));
    }

    /** Graphs on their own, without a project. */
    void registerGraphs(CommandRegistry commands) {
        commands.add("command.importGraph", "file", null, this::bring);
        commands.add("command.exportGraph", "file", null, this::export);
    }

    private void bring() {
        File file = graphs("command.importGraph").showOpenDialog(owner());
        if (file != null) {
            build.bring(file.toPath(), new Spot(0, 0), notices::failed);
        }
    }

    private void export() {
        FileChooser chooser = graphs("command.exportGraph");
        chooser.setInitialFileName(build.draft().document().graph().name() + ".json");
        File file = chooser.showSaveDialog(owner());
        if (file != null) {
            build.export(file.toPath(), notices::failed);
        }
    }

    private static FileChooser graphs(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Messages.text("graph.file"), "*.json"));
        return chooser;
    }

    private static Window owner() {
        return Window.getWindows().getFirst();
    }

    private void showRecent() {
        sheets.show()
                .accept(
                        RecentRows.sheet(
                                settings.get().recent().stream().map(Path::of).toList(),
                                project::open,
                                sheets.hide()));
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("command.openProject"));
        File folder = chooser.showDialog(owner());
        if (folder != null) {
            project.open(folder.toPath());
        }
    }
}
