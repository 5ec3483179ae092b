package dev.latentloom.views.run;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.resources.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One question answered in one mode: lanes, answer, ledger, and how it ended. */
public final class PassModel {
    private final String question;
    private final RunMode mode;
    private final AgentGraph graph;
    private final @Nullable Predicate<String> right;
    private final ObservableList<LaneModel> lanes = FXCollections.observableArrayList();
    private final ObservableList<LedgerRow> ledger = FXCollections.observableArrayList();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final TeamState team;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper(this, "answer", "");
    private final ReadOnlyObjectWrapper<@Nullable Boolean> correct =
            new ReadOnlyObjectWrapper<>(this, "correct");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<@Nullable Path> folder =
            new ReadOnlyObjectWrapper<>(this, "folder");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");

    /**
     * @param question what is asked
     * @param team the map that lights up
     * @param right whether an answer is right; null where nobody knows the answer
     */
    PassModel(
            String question,
            RunMode mode,
            AgentGraph graph,
            int rounds,
            TeamState team,
            @Nullable Predicate<String> right) {
        this.question = question;
        this.mode = mode;
        this.graph = graph;
        this.team = team;
        this.right = right;
        plan(rounds);
    }

    /** What is asked. */
    public String question() {
        return question;
    }

    /** Every turn that will be taken; the last round ends with the answering agent. */
    private void plan(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            for (var agent : graph.agents()) {
                lanes.add(new LaneModel(round, agent.id(), agent.role()));
                if (round == rounds && agent.id().equals(graph.answering())) {
                    return;
                }
            }
        }
    }

    void fold(List<RunEvent> events) {
        events.forEach(this::fold);
        lanes.forEach(LaneModel::publish);
    }

    private void fold(RunEvent event) {
        team.fold(event);
        switch (event) {
            case RunEvent.Started started -> folder.set(Path.of(started.folder()));
            case RunEvent.Stage now -> stage.set(Messages.text(now.key(), now.arguments()));
            case RunEvent.TurnStarted turn -> lane(turn.round(), turn.agent()).start();
            case RunEvent.LatentStep step -> {
                stage.set(""); // it goes on
                lane(step.round(), step.agent()).step(step.step(), step.steps());
            }
            case RunEvent.Lens lens -> lane(lens.round(), lens.agent()).look(lens);
            case RunEvent.Token token -> {
                stage.set("");
                lane(token.round(), token.agent()).say(token.text());
            }
            case RunEvent.TurnDone turn -> finish(turn);
            case RunEvent.ItemResult item -> judge(item);
            case RunEvent.Warning warning ->
                    warnings.add(Messages.text(warning.key(), warning.arguments()));
            case RunEvent.Failed failed -> {
                lanes.forEach(LaneModel::fail);
                problem.set(Messages.text(failed.key(), failed.arguments()));
            }
            case RunEvent.Done done -> end(done);
            default -> {} // told in the dock or on the map
        }
    }

    private void finish(RunEvent.TurnDone turn) {
        LaneModel lane = lane(turn.round(), turn.agent());
        lane.finish(turn);
        ledger.add(
                new LedgerRow(
                        RunKind.keyOf(mode),
                        turn.round(),
                        lane.role(),
                        turn.prefillTokens(),
                        turn.decodedTokens(),
                        turn.latentSteps(),
                        turn.seconds(),
                        null));
    }

    private void judge(RunEvent.ItemResult item) {
        answer.set(item.answer());
        Boolean told = item.correct();
        if (told != null) {
            correct.set(told);
        } else if (right != null) {
            correct.set(right.test(item.answer()));
        }
    }

    private void end(RunEvent.Done done) {
        stage.set("");
        if (done.cancelled()) {
            problem.set(Messages.text("run.stopped"));
        } else {
            Summary summary = new Summary(done.summary());
            ledger.add(summary.row(RunKind.keyOf(mode)));
        }
    }

    private LaneModel lane(int round, String agent) {
        for (LaneModel lane : lanes) {
            if (lane.is(round, agent)) {
                return lane;
            }
        }
        String role = graph.agent(agent).map(found -> found.role()).orElse(agent);
        LaneModel unplanned = new LaneModel(round, agent, role);
        lanes.add(unplanned);
        return unplanned;
    }

    /** Role of the receiver of each edge, by id. */
    Map<String, String> receivers() {
        Map<String, String> roles = new HashMap<>();
        graph.edges()
                .forEach(
                        edge ->
                                graph.agent(edge.to())
                                        .ifPresent(to -> roles.put(edge.id(), to.role())));
        return roles;
    }

    /** Folder of its run, null before it began. */
    public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    public RunMode mode() {
        return mode;
    }

    /** Turns in the order in which they are taken. */
    public ObservableList<LaneModel> lanes() {
        return lanes;
    }

    /** A line for each turn, then one for the whole run as the engine counted it. */
    public ObservableList<LedgerRow> ledger() {
        return ledger;
    }

    public ObservableList<String> warnings() {
        return warnings;
    }

    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether the answer is right; null while there is none, or nobody knows. */
    public ReadOnlyObjectProperty<@Nullable Boolean> correctProperty() {
        return correct.getReadOnlyProperty();
    }

    /** Why there is no answer, empty where there is no such reason. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the engine is at, empty when it is done. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }
}
