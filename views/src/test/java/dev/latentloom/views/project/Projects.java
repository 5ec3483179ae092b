package dev.latentloom.views.project;

import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;

import java.nio.file.Path;
import java.util.Map;

/** Projects for tests. */
final class Projects {
    private Projects() {}

    /** A project called Mine, of the sequential pattern, with rounds and steps of its own. */
    static Path stored(Path folder) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        store.saveGraph(CollaborationPattern.SEQUENTIAL.graph("team"));
        store.save(new Project(1, "Mine", "team", 4, Map.of("planner", 3), null, 0, null));
        return folder;
    }
}
