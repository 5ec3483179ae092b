package dev.latentloom.app;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A written story of a training of three agents through two rounds. */
final class TrainStory {
    private static final List<String> LINKS =
            List.of(
                    "inner:planner",
                    "inner:critic",
                    "inner:solver",
                    "outer:planner-out",
                    "outer:critic-out",
                    "outer:solver-out");
    private static final int STEPS = 60;

    private TrainStory() {}

    static List<RunEvent> of(RunSpec.Train spec) {
        List<RunEvent> story = new ArrayList<>();
        story.add(new RunEvent.Started("0044-train", "runs/0044-train"));
        for (int step = 1; step <= STEPS; step++) {
            step(story, step);
            if (step % 20 == 0) {
                story.add(new RunEvent.MetricPoint("accuracy/validation", step, step / 70.0));
                boolean right = step >= 40;
                story.add(
                        new RunEvent.SampleAnswer(
                                step, "e9 A B B .", "e5", right ? "e5" : "e" + step, right));
                story.add(new RunEvent.Checkpoint("runs/0044-train", step, true));
            }
            story.add(new RunEvent.Progress(step, STEPS));
        }
        story.add(
                new RunEvent.Done(
                        false,
                        Map.of(
                                "run",
                                "0044-train",
                                "seed",
                                Objects.requireNonNullElse(spec.seed(), 0L))));
        return story;
    }

    private static void step(List<RunEvent> story, int step) {
        double sum = 0;
        for (int link = 0; link < LINKS.size(); link++) {
            String name = LINKS.get(link);
            double loss = (1.2 + 0.2 * link) / (1 + 0.15 * step) + 0.02 * Math.sin(step + link);
            sum += loss;
            story.add(new RunEvent.MetricPoint("loss/" + name, step, loss));
            for (int round = 1; round <= 2; round++) {
                if (round == 1 || link != 5) {
                    double norm = loss * Math.pow(10, round - 3 - link % 3);
                    story.add(new RunEvent.MetricPoint("grad/" + name + "/r" + round, step, norm));
                }
            }
            story.add(new RunEvent.MetricPoint("grad/" + name, step, loss * 0.3));
        }
        story.add(new RunEvent.MetricPoint("loss", step, sum / LINKS.size()));
        story.add(new RunEvent.MetricPoint("learningRate", step, 2e-3 * (1 - step / 60.0)));
    }
}
