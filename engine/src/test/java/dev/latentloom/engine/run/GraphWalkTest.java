package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@ExtendWith(TestEngine.class)
final class GraphWalkTest {
    /** Says how many positions it has read, and notes who said what to whom, when. */
    private static final class Scripted implements Turns {
        final List<String> story = new ArrayList<>();

        @Override
        public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) {
            int n = turn.questions().size();
            String agent = turn.mate().agent().id();
            story.add(turn.round() + " " + agent + " reads " + prompt.length());
            String words = agent.equals("planner") ? "e1 e2" : agent.equals("critic") ? "e1" : "";
            return new TurnResult(
                    new SlotContent.Words(Collections.nCopies(n, words), Collections.nCopies(n, 1)),
                    Collections.nCopies(n, Spent.NOTHING));
        }

        @Override
        public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner) {
            SlotContent.Words words = (SlotContent.Words) said;
            if (!edge.from().equals("solver")) {
                return said;
            }
            List<String> feedback = Collections.nCopies(words.texts().size(), "e1 e2 e3 e" + round);
            return new SlotContent.Words(feedback, words.tokens());
        }

        @Override
        public boolean latent() {
            return false;
        }
    }

    @Test
    void feedbackArrivesInTheNextRound(@TempDir Path folder)
            throws WorkbenchException, InterruptedException {
        try (TestTeam made = new TestTeam(folder);
                Team team = made.load(TestTeam.TASK.graph());
                Scope scope = Scope.open()) {
            Scripted turns = new Scripted();
            Question question = TestTeam.questions(1).getFirst();
            int asked = question.text().split(" ", -1).length;
            Ledger ledger = new Ledger(1, JobMonitor.NONE);
            LastTurn last =
                    new GraphWalk(team, turns, 2, 1)
                            .walk(List.of(question), ledger, scope, JobMonitor.NONE);
            int bare = asked + 5; // <bos> ROLE question [ ] OUT
            assertEquals(
                    List.of(
                            "1 planner reads " + bare,
                            "1 critic reads " + (bare + 2),
                            "1 solver reads " + (bare + 1),
                            "2 planner reads " + (bare + 4),
                            "2 critic reads " + (bare + 2)),
                    turns.story);
            assertEquals(bare + 1, last.prompt(0, 1, scope).length());
        }
    }
}
