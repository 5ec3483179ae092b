package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.dialog.Asker;

import java.nio.file.Path;
import java.util.List;

/** What the rest of the window does when the project changes; on the FX thread. */
public interface ProjectWindow extends Asker {
    /** Another project is open now. */
    void opened(Path folder);

    /** The project got another folder and kept what it shows. */
    void moved(Path folder);

    /** A new one without a folder is open now. */
    void blank();

    /** Something worth knowing happened. */
    void said(String key, List<?> arguments);

    /** Something went wrong. */
    void failed(WorkbenchException reason);
}
