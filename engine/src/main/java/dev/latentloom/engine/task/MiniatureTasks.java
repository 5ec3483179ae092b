package dev.latentloom.engine.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tasks that come with LatentLoom. */
public final class MiniatureTasks {
    /** Their names, in the order of the lessons they teach. */
    public static final List<String> NAMES =
            List.of("relay", "fork", "trio", "trio-listing", "ladder", "errata");

    private static final Map<String, Supplier<MiniatureTask>> MAKERS =
            Map.of(
                    "relay", RelayTask::new,
                    "fork", ForkTask::new,
                    "trio", TrioTask::new,
                    "trio-listing", TrioTask::listing,
                    "ladder", LadderTask::new,
                    "errata", ErrataTask::new);

    private MiniatureTasks() {}

    /** All tasks, each with its tables made anew. */
    public static List<MiniatureTask> all() {
        return NAMES.stream().flatMap(name -> named(name).stream()).toList();
    }

    /** The task of this name, if there is one. */
    public static Optional<MiniatureTask> named(String name) {
        return Optional.ofNullable(MAKERS.get(name)).map(Supplier::get);
    }
}
