package dev.latentloom.app;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.home.RecentRows;
import dev.latentloom.views.project.ProjectViewModel;
import dev.latentloom.views.settings.SettingsViewModel;
import dev.latentloom.views.shell.CommandRegistry;

import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;

/** The commands of the open project. */
record ProjectCommands(ProjectViewModel project, SettingsViewModel settings, Sheets sheets) {
    void register(CommandRegistry commands) {
        commands.add("command.newProject", "file", "Shortcut+N", project::fresh);
        commands.add("command.openProject", "file", "Shortcut+O", this::choose);
        commands.add("command.recentProjects", "file", null, this::showRecent);
        commands.add("command.save", "file", "Shortcut+S", () -> project.save(() -> {}));
        commands.add("command.saveAs", "file", "Shortcut+Shift+S", () -> project.saveAs(() -> {}));
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
        Window owner = Window.getWindows().getFirst();
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            project.open(folder.toPath());
        }
    }
}
