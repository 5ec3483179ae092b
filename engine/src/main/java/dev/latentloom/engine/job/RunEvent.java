package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * One line of a job's story. The engine appends every event to {@code events.jsonl}; window,
 * command line, tests and replay read the same ones. Rounds count from 1, latent steps from 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.Stage.class, name = "stage"),
    @JsonSubTypes.Type(value = RunEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = RunEvent.TurnStarted.class, name = "turnStarted"),
    @JsonSubTypes.Type(value = RunEvent.LatentStep.class, name = "latentStep"),
    @JsonSubTypes.Type(value = RunEvent.Lens.class, name = "lens"),
    @JsonSubTypes.Type(value = RunEvent.Token.class, name = "token"),
    @JsonSubTypes.Type(value = RunEvent.TurnDone.class, name = "turnDone"),
    @JsonSubTypes.Type(value = RunEvent.ItemTurn.class, name = "itemTurn"),
    @JsonSubTypes.Type(value = RunEvent.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = RunEvent.ItemResult.class, name = "item"),
    @JsonSubTypes.Type(value = RunEvent.SampleAnswer.class, name = "sample"),
    @JsonSubTypes.Type(value = RunEvent.MetricPoint.class, name = "metric"),
    @JsonSubTypes.Type(value = RunEvent.Cell.class, name = "cell"),
    @JsonSubTypes.Type(value = RunEvent.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = RunEvent.Warning.class, name = "warning"),
    @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = RunEvent.Done.class, name = "done")
})
public sealed interface RunEvent {
    /** The job has a run folder and begins. */
    record Started(String run, String folder) implements RunEvent {}

    /** What the job is at now; key of a message and its arguments. */
    record Stage(String key, List<Object> arguments) implements RunEvent {}

    /** How far: {@code done} of {@code total} units. */
    record Progress(long done, long total) implements RunEvent {}

    /** The job waits because somebody paused it, or goes on again. */
    record Paused(boolean waits) implements RunEvent {}

    /** An agent begins its turn on a batch of {@code items} questions. */
    record TurnStarted(int round, String agent, boolean latent, int items) implements RunEvent {}

    /** An agent has taken latent step {@code step} of {@code steps}. */
    record LatentStep(int round, String agent, int step, int steps) implements RunEvent {}

    /**
     * What the thought of a latent step is near to; told for the first item of a batch only.
     *
     * @param sender likeliest tokens by the agent's own output table, with their probabilities
     * @param receivers for each edge out of it, the receiver's tokens whose input embeddings are
     *     nearest by cosine to the thought behind the link, before any control
     */
    record Lens(
            int round,
            String agent,
            int step,
            List<NearToken> sender,
            Map<String, List<NearToken>> receivers)
            implements RunEvent {}

    /** An agent has decoded a piece of text; told for the first item of a batch only. */
    record Token(int round, String agent, String text) implements RunEvent {}

    /**
     * An agent ends its turn; counts are summed over the batch's items.
     *
     * @param text what it said about the first item; null where it only thought
     * @param seconds wall time, loading not counted
     */
    record TurnDone(
            int round,
            String agent,
            @Nullable String text,
            long prefillTokens,
            long decodedTokens,
            long latentSteps,
            double seconds)
            implements RunEvent {}

    /**
     * One question's share of a turn that has ended; told for every question of a run.
     *
     * @param item id of the question
     * @param prompt what the agent read; thoughts stand in it by slot and number, as in {@code
     *     ⟦plan × 8⟧}
     * @param text what it said; null where it only thought
     * @param seconds wall time of the batch, loading not counted
     */
    record ItemTurn(
            String item,
            int round,
            String agent,
            String prompt,
            @Nullable String text,
            long prefillTokens,
            long decodedTokens,
            long latentSteps,
            double seconds)
            implements RunEvent {}

    /** An edge has carried {@code thoughts} vectors, or as many tokens, an item. */
    record Delivered(int round, String edge, int thoughts, boolean latent, double seconds)
            implements RunEvent {}

    /** One question answered; {@code correct} is null where no answer was expected. */
    record ItemResult(
            String id,
            String question,
            @Nullable String expected,
            String answer,
            @Nullable Boolean correct,
            long prefillTokens,
            long decodedTokens,
            long latentSteps,
            double seconds)
            implements RunEvent {}

    /** One validation question as the links of a training step answer it. */
    record SampleAnswer(long step, String question, String expected, String answer, boolean correct)
            implements RunEvent {}

    /** One point of a curve, such as {@code loss/outer:planner-critic} at a training step. */
    record MetricPoint(String metric, long step, double value) implements RunEvent {}

    /** One cell of an ablation or sweep; accuracy and its 95 % Wilson interval as fractions. */
    record Cell(int steps, int rounds, long seed, int n, double accuracy, double low, double high)
            implements RunEvent {}

    /** Links written to a folder after a training step. */
    record Checkpoint(String folder, long step, boolean best) implements RunEvent {}

    /** Something the user should know; key of a message and its arguments. */
    record Warning(String key, List<Object> arguments) implements RunEvent {}

    /** The job ended badly; key of a message and its arguments. Never shown as success. */
    record Failed(String key, List<Object> arguments) implements RunEvent {}

    /**
     * The job ended; {@code cancelled} jobs keep what they had. The summary is what commands print.
     */
    record Done(boolean cancelled, Map<String, Object> summary) implements RunEvent {}
}
