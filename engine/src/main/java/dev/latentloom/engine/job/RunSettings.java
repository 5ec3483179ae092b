package dev.latentloom.engine.job;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/**
 * The settings of a run; a null field means: as the project and its graph say.
 *
 * @param mode text, latent or LatentMAS
 * @param links name of a link set of the project, or {@code soft-token}, {@code realign}, {@code
 *     untrained}
 * @param steps latent steps m of every agent, at least 0
 * @param rounds n, at least 1
 * @param control what is done to every hand-over
 * @param handover outer or outer_inner
 * @param tools whether the answering agent may call the tools its graph names
 * @param maxNewTokens cap of decoded tokens of one turn
 * @param temperature 0 is greedy
 * @param topP nucleus, in (0, 1]
 * @param batch questions walked together
 * @param seed of everything random in the run
 * @param wires what is done to the hand-overs of single edges instead, by id
 * @param lens how many tokens near each thought are told; null means none
 * @param out folder the run is written to; null means a new one among the project's runs
 */
public record RunSettings(
        @Nullable RunMode mode,
        @Nullable String links,
        @Nullable Integer steps,
        @Nullable Integer rounds,
        @Nullable Control control,
        @Nullable Handover handover,
        @Nullable Boolean tools,
        @Nullable Integer maxNewTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer batch,
        long seed,
        Map<String, Control> wires,
        @Nullable Integer lens,
        @Nullable Path out) {
    // null where a run was described before there were any
    public RunSettings {
        wires = wires == null ? Map.of() : Map.copyOf(wires);
    }

    /** Nothing is done to single edges, and no lens looks at thoughts. */
    public RunSettings(
            @Nullable RunMode mode,
            @Nullable String links,
            @Nullable Integer steps,
            @Nullable Integer rounds,
            @Nullable Control control,
            @Nullable Handover handover,
            @Nullable Boolean tools,
            @Nullable Integer maxNewTokens,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer batch,
            long seed) {
        this(
                mode,
                links,
                steps,
                rounds,
                control,
                handover,
                tools,
                maxNewTokens,
                temperature,
                topP,
                batch,
                seed,
                Map.of(),
                null,
                null);
    }

    /** Everything as the project says, seed 0. */
    public static final RunSettings DEFAULTS = of(null, null, 0);

    /** A mode, links and a seed; everything else as the project says. */
    public static RunSettings of(@Nullable RunMode mode, @Nullable String links, long seed) {
        return new RunSettings(
                mode, links, null, null, null, null, null, null, null, null, null, seed);
    }

    /** The same with other controls of single edges. */
    public RunSettings withWires(Map<String, Control> others) {
        return with(others, lens);
    }

    /** The same, telling so many tokens near each thought; null for none. */
    public RunSettings withLens(@Nullable Integer count) {
        return with(wires, count);
    }

    private RunSettings with(Map<String, Control> edges, @Nullable Integer near) {
        return new RunSettings(
                mode,
                links,
                steps,
                rounds,
                control,
                handover,
                tools,
                maxNewTokens,
                temperature,
                topP,
                batch,
                seed,
                edges,
                near,
                out);
    }
}
