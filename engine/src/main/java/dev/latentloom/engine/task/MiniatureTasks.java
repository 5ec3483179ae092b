package dev.latentloom.engine.task;

import java.util.List;
import java.util.Optional;

/** The tasks that come with LatentLoom. */
public final class MiniatureTasks {
    private MiniatureTasks() {}

    /** All tasks, each with its tables made anew. */
    public static List<MiniatureTask> all() {
        return List.of(new RelayTask());
    }

    /** The task of this name, if there is one. */
    public static Optional<MiniatureTask> named(String name) {
        return all().stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
