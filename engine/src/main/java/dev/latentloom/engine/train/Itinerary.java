package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;

import java.util.ArrayList;
import java.util.List;

/**
 * A training from its first iteration to its last: stages, and their legs.
 *
 * @param stages in order
 */
record Itinerary(List<Stage> stages) {
    static final int WARM_UP = 10;

    Itinerary {
        stages = List.copyOf(stages);
    }

    /**
     * A stage with one trainer.
     *
     * @param of as the recipe has it
     * @param begin iterations before it
     * @param legs in order, at least one
     */
    record Stage(RecipeStage of, int begin, List<Leg> legs) {
        Stage {
            legs = List.copyOf(legs);
        }

        /** Iterations done when it ends. */
        int end() {
            return begin + legs.stream().mapToInt(Leg::iterations).sum();
        }
    }

    /** Spreads a recipe's iterations over the stages that run, in its proportions. */
    static Itinerary of(Recipe recipe, AgentGraph graph) {
        List<RecipeStage> running = recipe.running();
        int whole = running.stream().mapToInt(RecipeStage::iterations).sum();
        List<Stage> stages = new ArrayList<>();
        int before = 0;
        int number = 1;
        for (RecipeStage stage : running) {
            int begin = share(recipe.iterations(), before, whole);
            before += stage.iterations();
            int length = share(recipe.iterations(), before, whole) - begin;
            double peak = recipe.learningRate() * stage.rate();
            List<Leg> legs =
                    stage.method() == Method.HOPS
                            ? HopCurriculum.of(graph, recipe.roundsOf(graph))
                                    .legs(number, length, peak)
                            : List.of(
                                    new Leg(
                                            number,
                                            length,
                                            0,
                                            plain(recipe, stage.method(), peak, length)));
            stages.add(new Stage(stage, begin, legs));
            number += legs.size();
        }
        return new Itinerary(stages);
    }

    private static CosineSchedule plain(Recipe recipe, Method method, double peak, int length) {
        boolean tutorial =
                method == Method.TUTORIAL
                        || (method == Method.INNER_LOOP
                                && recipe.objective() == Objective.MEAN_EMBEDDING);
        return new CosineSchedule(peak, tutorial ? 0 : WARM_UP, length, 0);
    }

    /** The end of a part when {@code all} is spread over a whole. */
    static int share(int all, int part, int whole) {
        return (int) Math.round((double) all * part / whole);
    }

    /** Iterations before the last leg of the last stage. */
    int beforeLastLeg() {
        Stage last = stages.getLast();
        return last.end() - last.legs().getLast().iterations();
    }

    /** Legs of all stages. */
    int legs() {
        return stages.stream().mapToInt(stage -> stage.legs().size()).sum();
    }
}
