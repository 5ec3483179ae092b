package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.graph.document.Draft;

/** Keeps unsaved work apart from the project. */
interface Keeper {
    /** Keeps nothing. */
    Keeper NONE =
            new Keeper() {
                @Override
                public void changed(ProjectViewModel project) {}

                @Override
                public void ahead(OpenProject project, Draft draft) {}
            };

    /** Something was drawn, opened or saved; on the FX thread. */
    void changed(ProjectViewModel project);

    /** Keeps a state now, before its files are written; not for the FX thread. */
    void ahead(OpenProject project, Draft draft) throws WorkbenchException;
}
