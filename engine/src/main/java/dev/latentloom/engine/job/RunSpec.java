package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A job described by data: everything needed to run it again, here or elsewhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunSpec.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = RunSpec.Evaluate.class, name = "evaluate"),
    @JsonSubTypes.Type(value = RunSpec.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = RunSpec.Train.class, name = "train"),
    @JsonSubTypes.Type(value = RunSpec.Ablate.class, name = "ablate")
})
public sealed interface RunSpec {
    /** One question to one graph of a project. */
    record Answer(Path project, @Nullable String graph, String question, RunSettings settings)
            implements RunSpec {}

    /**
     * A question set to one graph of a project.
     *
     * @param data JSONL or CSV file; null means the test split of the project's own task
     * @param fields which field of the file is what, by role; what is left out goes by the names
     * @param limit at most so many items; null means all
     */
    record Evaluate(
            Path project,
            @Nullable String graph,
            @Nullable Path data,
            Map<String, String> fields,
            @Nullable Integer limit,
            RunSettings settings)
            implements RunSpec {
        public Evaluate {
            fields = given(fields);
        }

        /** The fields of the file go by their names. */
        public Evaluate(
                Path project,
                @Nullable String graph,
                @Nullable Path data,
                @Nullable Integer limit,
                RunSettings settings) {
            this(project, graph, data, Map.of(), limit, settings);
        }
    }

    /**
     * One model goes on from a prompt.
     *
     * @param chat whether the prompt is one chat turn through the model's template
     * @param raw whether to go on past the end token
     */
    record Generate(
            Path model,
            String prompt,
            boolean chat,
            boolean raw,
            int maxNewTokens,
            double temperature,
            long seed)
            implements RunSpec {}

    /**
     * Link training.
     *
     * @param recipe name of a recipe
     * @param stage inner, outer, or null for one after the other
     * @param fields as in {@link Evaluate}
     * @param from link set to start from; null means freshly initialised
     * @param resume id or folder of a run to go on with, as it was begun wherever a field here is
     *     null; its changes hold where none are given for the same parts
     * @param use whether the new links become the project's current set
     * @param changes departures from the recipe, key to value
     * @param seed of everything random; null means 0
     */
    record Train(
            Path project,
            @Nullable String graph,
            String recipe,
            @Nullable String stage,
            @Nullable Path data,
            Map<String, String> fields,
            @Nullable String from,
            @Nullable String resume,
            boolean use,
            Map<String, String> changes,
            @Nullable Long seed)
            implements RunSpec {
        public Train {
            fields = given(fields);
        }

        /** The fields of the file go by their names. */
        public Train(
                Path project,
                @Nullable String graph,
                String recipe,
                @Nullable String stage,
                @Nullable Path data,
                @Nullable String from,
                @Nullable String resume,
                boolean use,
                Map<String, String> changes,
                @Nullable Long seed) {
            this(project, graph, recipe, stage, data, Map.of(), from, resume, use, changes, seed);
        }
    }

    /**
     * Accuracy over latent steps m and rounds n, for several seeds.
     *
     * @param rounds empty means: as the project says
     * @param fields as in {@link Evaluate}
     */
    record Ablate(
            Path project,
            @Nullable String graph,
            List<Integer> steps,
            List<Integer> rounds,
            int seeds,
            @Nullable Path data,
            Map<String, String> fields,
            @Nullable Integer limit,
            RunSettings settings)
            implements RunSpec {
        public Ablate {
            fields = given(fields);
        }

        /** The fields of the file go by their names. */
        public Ablate(
                Path project,
                @Nullable String graph,
                List<Integer> steps,
                List<Integer> rounds,
                int seeds,
                @Nullable Path data,
                @Nullable Integer limit,
                RunSettings settings) {
            this(project, graph, steps, rounds, seeds, data, Map.of(), limit, settings);
        }
    }

    // null where a run was described before there were any
    private static Map<String, String> given(@Nullable Map<String, String> fields) {
        return fields == null ? Map.of() : Map.copyOf(fields);
    }
}
