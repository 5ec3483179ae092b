package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.RunEvent;

import org.junit.jupiter.api.Test;

class TeamStateTest {
    private final TeamState team = new TeamState();

    private static RunEvent.Delivered delivered(boolean latent, int amount) {
        return new RunEvent.Delivered(1, "planner-critic", amount, latent, 0.1);
    }

    @Test
    void thoughtsStayOnTheMapWhenTheSameQuestionIsAnsweredInTextToo() {
        team.fold(delivered(false, 3));
        team.fold(delivered(true, 8));
        team.fold(delivered(true, 7));
        team.fold(delivered(false, 2));
        assertEquals(delivered(true, 7), team.deliveries().get("planner-critic"));
        team.clear();
        team.fold(delivered(false, 2));
        assertEquals(delivered(false, 2), team.deliveries().get("planner-critic"));
    }
}
