package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.LadderTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Gradients of two agents over two rounds in f64, against differences of the loss itself. */
@ExtendWith(TestEngine.class)
class FiniteDifferencesTest {
    private static final double STEP = 1e-5;
    private static final Learning BOTH = new Learning(true, true);

    @Test
    void gradientsThroughTwoRoundsEqualFiniteDifferences(@TempDir Path folder) throws Exception {
        try (TinyTeam ladder = new TinyTeam(new LadderTask(), folder, DType.F64);
                Scope scope = Scope.open()) {
            Recipe recipe =
                    Recipes.of(
                            "unrolled",
                            "outer",
                            Map.of("steps", "3", "rounds", "2", "batch", "2", "lossOn", "all"));
            LinkTraining training =
                    new LinkTraining(ladder.team, TrainingData.of(ladder.task, 2), recipe, 5);
            LinkSet links = doubles(training, scope);
            List<Question> questions = training.data().draw(2, new SplittableRandom(2));
            Lesson lesson = new Lesson(questions, 0, 1, new SplittableRandom(2));
            UnrolledTrainer trainer =
                    new UnrolledTrainer(
                            training,
                            links,
                            new UnrolledTrainer.Assignment(
                                    BOTH, new UnrolledLoss(false), new UnrollPlan(2, false)),
                            scope);
            RoundGradients gradients =
                    trainer.gradients(lesson, new HashMap<>(), scope, JobMonitor.NONE);
            for (Map.Entry<LinkKey, TrainableLink> link : links.trainable()) {
                List<Tensor> own = gradients.of(link.getKey());
                for (int part = 0; part < own.size(); part++) {
                    Tensor weight = link.getValue().parameters().get(part);
                    check(trainer, lesson, weight, own.get(part), link.getKey() + "/" + part);
                }
            }
        }
    }

    /** The derivative along the gradient's own direction is its length. */
    private static void check(
            UnrolledTrainer trainer, Lesson lesson, Tensor weight, Tensor gradient, String name)
            throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            double norm = RegressionKernels.norm(List.of(gradient));
            Tensor start = TensorKernels.copy(weight, scope);
            Tensor step = TensorKernels.scale(gradient, STEP / norm, scope);
            Tensor back = TensorKernels.scale(step, -1, scope);
            set(weight, TensorKernels.add(start, step, scope));
            double up = loss(trainer, lesson);
            set(weight, TensorKernels.add(start, back, scope));
            double down = loss(trainer, lesson);
            set(weight, start);
            assertEquals(norm, (up - down) / (2 * STEP), 1e-5 * norm + 1e-9, name);
        }
    }

    private static void set(Tensor weight, Tensor value) {
        OptimizerKernels.overwrite(List.of(weight), List.of(value));
    }

    private static double loss(UnrolledTrainer trainer, Lesson lesson) throws WorkbenchException {
        Map<String, Double> told = new HashMap<>();
        try (Scope scope = Scope.open()) {
            trainer.gradients(lesson, told, scope, JobMonitor.NONE);
        }
        return told.getOrDefault("loss", Double.NaN);
    }

    private static LinkSet doubles(LinkTraining training, Scope scope) throws WorkbenchException {
        LinkSet fresh =
                new LinkParameters(training.team(), training.recipe(), 5, scope)
                        .leaves(null, "test");
        Map<String, RecursiveLink> inner = new HashMap<>();
        Map<String, RecursiveLink> outer = new HashMap<>();
        for (Map.Entry<LinkKey, TrainableLink> link : fresh.trainable()) {
            Map<String, Tensor> wide = new LinkedHashMap<>();
            link.getValue()
                    .weights()
                    .forEach(
                            (name, weight) ->
                                    wide.put(
                                            name,
                                            TensorKernels.leaf(
                                                    TensorKernels.to(
                                                            weight,
                                                            DeviceChoice.CPU,
                                                            DType.F64,
                                                            scope),
                                                    scope)));
            (link.getKey().inner() ? inner : outer)
                    .put(link.getKey().id(), link.getValue().withWeights(wide, scope));
        }
        return new LinkSet("test", inner, outer);
    }
}
