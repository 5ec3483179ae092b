package dev.latentloom.app;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A written story of an ablation: more rounds and more latent steps help, up to a point. */
final class AblateStory {
    private AblateStory() {}

    static List<RunEvent> of(RunSpec.Ablate spec) {
        List<RunEvent> story = new ArrayList<>();
        story.add(new RunEvent.Started("0045-ablate", "runs/0045-ablate"));
        long done = 0;
        long total = (long) spec.seeds() * spec.rounds().size() * spec.steps().size();
        for (int seed = 0; seed < spec.seeds(); seed++) {
            for (int n : spec.rounds()) {
                for (int m : spec.steps()) {
                    double accuracy = 0.03 + 0.94 * n / 3 * Math.min(1, m / 6.0);
                    story.add(
                            new RunEvent.Cell(
                                    m, n, seed, 200, accuracy, accuracy * 0.9, accuracy * 1.03));
                    story.add(new RunEvent.Progress(++done, total));
                }
            }
        }
        story.add(new RunEvent.Done(false, Map.of("cells", done)));
        return story;
    }
}
