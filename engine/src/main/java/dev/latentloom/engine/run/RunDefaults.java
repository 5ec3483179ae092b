package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * What a project says where a run's settings say nothing.
 *
 * @param links current link set; null where none is marked
 * @param available every link set there is, training-free ones included
 * @param trained how sets with weights are handed over
 */
public record RunDefaults(@Nullable String links, List<String> available, Trained trained) {
    private static final int BATCH = 32;

    /** Knows what link sets were trained to hand over. */
    @FunctionalInterface
    public interface Trained {
        /** The hand-over of a set with weights. */
        Handover handover(String set) throws WorkbenchException;
    }

    public RunDefaults {
        available = List.copyOf(available);
    }

    /**
     * Fills every gap.
     *
     * @throws WorkbenchException where latent mode has no links: nothing is chosen silently
     */
    public RunChoices choices(RunSettings given, AgentGraph graph) throws WorkbenchException {
        RunMode mode = or(given.mode(), RunMode.LATENT);
        String set = mode == RunMode.LATENT ? linkSet(given.links()) : "";
        boolean tools = or(given.tools(), true);
        Controls controls = new Controls(or(given.control(), Control.NONE), given.wires());
        controls.check(graph);
        return new RunChoices(
                mode,
                set,
                given.steps(),
                or(given.rounds(), graph.rounds()),
                controls,
                or(given.handover(), usual(set)),
                tools,
                new SpeakingSettings(
                        given.temperature(), given.topP(), given.maxNewTokens(), given.seed()),
                or(given.batch(), BATCH),
                or(given.lens(), 0));
    }

    private String linkSet(@Nullable String asked) throws WorkbenchException {
        String set = asked == null ? links : asked;
        if (set == null) {
            throw new WorkbenchException("run.noLinks", String.join(", ", available));
        }
        if (!available.contains(set)) {
            throw new WorkbenchException("run.unknownLinks", set, String.join(", ", available));
        }
        return set;
    }

    /** Training-free bridges read the states themselves; trained sets say what they carry. */
    private Handover usual(String set) throws WorkbenchException {
        if (set.equals(TeamLinks.SOFT_TOKEN) || set.equals(TeamLinks.REALIGN)) {
            return Handover.OUTER;
        }
        boolean fresh = set.isEmpty() || set.equals(TeamLinks.UNTRAINED);
        return fresh ? Handover.OUTER_INNER : trained.handover(set);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
