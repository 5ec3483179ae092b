package dev.latentloom.app;

import dev.latentloom.views.guide.GuidePages;
import dev.latentloom.views.guide.GuideView;
import dev.latentloom.views.settings.SettingsView;
import dev.latentloom.views.settings.SettingsViewModel;
import dev.latentloom.views.settings.Theme;
import dev.latentloom.views.settings.Themes;
import dev.latentloom.views.shell.CommandPalette;
import dev.latentloom.views.shell.CommandRegistry;
import dev.latentloom.views.shell.KeysSheet;
import dev.latentloom.views.shell.ShellView;
import dev.latentloom.views.shell.ShellViewModel;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The commands of the frame itself; areas register their own. */
final class ShellCommands {
    private final ShellView shell;
    private final ShellViewModel model;
    private final SettingsViewModel settings;
    private final Path settingsFile;

    ShellCommands(
            ShellView shell, ShellViewModel model, SettingsViewModel settings, Path settingsFile) {
        this.shell = shell;
        this.model = model;
        this.settings = settings;
        this.settingsFile = settingsFile;
    }

    void register(CommandRegistry commands, Runnable exit) {
        commands.add("command.settings", "file", "Shortcut+COMMA", this::showSettings);
        commands.add("command.quit", "file", "Shortcut+Q", exit);
        int number = 1;
        for (String area : model.areas()) {
            commands.add(
                    "command.go." + area, "view", "Shortcut+" + number++, () -> model.open(area));
        }
        commands.add(
                "command.palette",
                "view",
                "Shortcut+K",
                () -> shell.show(CommandPalette.open(commands, shell::hide)));
        commands.add("command.theme", "view", null, this::switchTheme);
        commands.add("command.guide", "help", "F1", this::showGuide);
        commands.add("command.keys", "help", "Shift+F1", () -> shell.show(KeysSheet.of(commands)));
    }

    private void showGuide() {
        String area = Objects.requireNonNullElse(model.areaProperty().get(), "");
        shell.showAside(new GuideView(GuidePages.of(area), shell::hide));
    }

    private void showSettings() {
        shell.show(
                SettingsView.open(
                        settings, List.of("cpu", "cuda:0"), settingsFile.toString(), shell::hide));
    }

    private void switchTheme() {
        boolean dark = Themes.dark(settings.get().theme());
        settings.set(settings.get().withTheme(dark ? Theme.LIGHT : Theme.DARK));
    }
}
