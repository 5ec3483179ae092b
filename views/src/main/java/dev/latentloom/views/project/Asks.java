package dev.latentloom.views.project;

import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.views.dialog.Ask;
import dev.latentloom.views.dialog.Choice;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** What is asked about a project. */
final class Asks {
    private Asks() {}

    static Ask unsaved(String name, Runnable discard, Runnable save) {
        return new Ask(
                "project.unsaved",
                List.of(name),
                List.of(),
                List.of(
                        Choice.cancel(),
                        new Choice("project.discard", false, discard),
                        new Choice("project.save", true, save)));
    }

    static Ask overwrite(String name, Runnable reload, Runnable overwrite) {
        return new Ask(
                "project.changedOutside",
                List.of(name),
                List.of(),
                List.of(
                        Choice.cancel(),
                        new Choice("project.reload", false, reload),
                        new Choice("project.overwrite", true, overwrite)));
    }

    static Ask changedOutside(String name, Runnable keep, Runnable reload) {
        return new Ask(
                "project.changedOutside",
                List.of(name),
                List.of(),
                List.of(
                        new Choice("project.keepMine", false, keep),
                        new Choice("project.reload", true, reload)));
    }

    /**
     * @param other process that writes the project; null where nobody can
     */
    static Ask readOnly(Path folder, @Nullable ProcessMark other) {
        return new Ask(
                other == null ? "project.notWritable" : "project.openElsewhere",
                List.of(folder, other == null ? "" : String.valueOf(other.pid())),
                List.of(),
                List.of(new Choice("dialog.understood", true, () -> {})));
    }

    static Ask recovered(String name, List<String> differences, Runnable keep, Runnable open) {
        return new Ask(
                "project.recovered",
                List.of(name),
                differences,
                List.of(
                        Choice.cancel(),
                        new Choice("project.keepSaved", false, keep),
                        new Choice("project.openRecovered", true, open)));
    }
}
