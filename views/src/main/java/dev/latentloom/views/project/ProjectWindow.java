package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.dialog.Asker;

import java.nio.file.Path;
import java.util.List;

/**
 * What the rest of the window does when the project changes; on the FX thread unless it says so.
 */
public interface ProjectWindow extends Asker {
    /**
     * Reads what the window shows of a project that is about to be open; not for the FX thread.
     *
     * @return shows it, on the FX thread
     */
    Runnable opening(Path folder);

    /** The project got another folder and kept what it shows. */
    void moved(Path folder);

    /** A new one without a folder is open now. */
    void blank();

    /** Something worth knowing happened. */
    void said(String key, List<?> arguments);

    /** Something went wrong. */
    void failed(WorkbenchException reason);
}
