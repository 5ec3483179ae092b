package dev.latentloom.app;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A runner that tells a written story of three agents, so that the window can be looked at. */
final class RelayStory implements JobRunner {
    private static final List<String> TEAM = List.of("planner", "critic", "solver");
    private static final int ROUNDS = 2;
    private static final int STEPS = 5;

    @Override
    public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
        List<RunEvent> story =
                switch (spec) {
                    case RunSpec.Answer answer -> answer(mode(answer.settings().mode()));
                    case RunSpec.Evaluate evaluate -> evaluation(mode(evaluate.settings().mode()));
                    case RunSpec.Train train -> TrainStory.of(train);
                    case RunSpec.Ablate ablate -> AblateStory.of(ablate);
                    default -> List.of(new RunEvent.Failed("run.fault", List.of("no story")));
                };
        story.forEach(listener);
        return new Told();
    }

    private static boolean mode(@Nullable RunMode mode) {
        return mode != RunMode.TEXT;
    }

    private static List<RunEvent> answer(boolean latent) {
        List<RunEvent> story = new ArrayList<>();
        story.add(new RunEvent.Started("0042", "runs/0042"));
        for (int round = 1; round <= ROUNDS; round++) {
            for (String agent : TEAM) {
                boolean last = round == ROUNDS && agent.equals("solver");
                turn(story, round, agent, latent && !last, last || !latent);
            }
        }
        story.add(
                new RunEvent.ItemResult(
                        "q1", "start c4 route b d", null, "e17", null, 96, 4, 25, 0.071));
        story.add(
                new RunEvent.Done(
                        false,
                        Map.of(
                                "prefillTokens", latent ? 186 : 243,
                                "decodedTokens", latent ? 2 : 31,
                                "latentSteps", latent ? 25 : 0,
                                "secondsWall", latent ? 0.071 : 0.188,
                                "ttftP50", latent ? 0.066 : 0.012)));
        return story;
    }

    private static void turn(
            List<RunEvent> story, int round, String agent, boolean latent, boolean speaks) {
        story.add(new RunEvent.TurnStarted(round, agent, latent, 1));
        if (latent) {
            for (int step = 1; step <= STEPS; step++) {
                story.add(new RunEvent.LatentStep(round, agent, step, STEPS));
            }
        }
        String said = !speaks ? null : agent.equals("solver") ? "e17" : "go to node e then turn";
        if (said != null) {
            story.add(new RunEvent.Token(round, agent, said));
        }
        story.add(
                new RunEvent.TurnDone(
                        round, agent, said, 31, speaks ? 6 : 0, latent ? STEPS : 0, 0.0118));
        story.add(
                new RunEvent.Delivered(round, agent + "-out", latent ? STEPS : 6, latent, 0.0009));
    }

    private static List<RunEvent> evaluation(boolean latent) {
        List<RunEvent> story = new ArrayList<>();
        story.add(new RunEvent.Started("0043", "runs/0043"));
        for (int item = 1; item <= 100; item++) {
            boolean right = item % (latent ? 20 : 9) != 0;
            story.add(new RunEvent.Progress(item, 100));
            story.add(
                    new RunEvent.ItemResult(
                            "q" + item,
                            "start c%d route b d".formatted(item),
                            "e%d".formatted(item % 20),
                            right ? "e%d".formatted(item % 20) : "a0",
                            right,
                            186,
                            latent ? 2 : 31,
                            latent ? 25 : 0,
                            0.07));
        }
        story.add(new RunEvent.Done(false, Map.of()));
        return story;
    }

    @Override
    public void close() {}

    private static final class Told implements JobHandle {
        @Override
        public void cancel() {}

        @Override
        public void await() {}

        @Override
        public boolean finished() {
            return true;
        }
    }
}
