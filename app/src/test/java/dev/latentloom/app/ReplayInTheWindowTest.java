package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.run.ItemRow;
import dev.latentloom.views.run.ReplayViewModel;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The replay's bar, the commands that replay, and the keys of an open item. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class ReplayInTheWindowTest {
    private static final double LENGTH = 8;

    @TempDir Path home;
    private Path run = Path.of("");
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        Path project = RelayProjects.stored(home.resolve("relay"));
        run = ToldRun.write(project);
        open = TestWindow.open(home);
        OnFx.run(() -> window().wiring().open(project));
        OnFx.await(() -> window().wiring().shelf().runs().lastReplayableProperty().get());
    }

    @AfterEach
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(open);
    }

    private ReplayViewModel replay() {
        return window().wiring().runDesk().replay();
    }

    private void fire(String key) throws Exception {
        window().press(".replay-bar .button", Messages.text(key));
    }

    private double position() throws Exception {
        return OnFx.get(() -> replay().positionProperty().get());
    }

    private int steps() throws Exception {
        return OnFx.get(
                () ->
                        window().wiring()
                                .run()
                                .passes()
                                .getFirst()
                                .lanes()
                                .getFirst()
                                .stepsDoneProperty()
                                .get());
    }

    @Test
    void theBarHoldsStepsScrubsChangesSpeedAndPlaysOn() throws Exception {
        window().command("command.replay.last");
        OnFx.await(() -> replay().playingProperty().get());
        fire("run.replay.hold");
        assertFalse(OnFx.get(() -> replay().playingProperty().get()));
        window().focus(".replay-bar .slider");
        window().press(KeyCode.HOME, false);
        assertEquals(0, position());
        assertEquals(0, steps());
        fire("run.replay.next");
        fire("run.replay.next");
        assertEquals(2, steps());
        assertEquals(2, position());
        fire("run.replay.back");
        assertEquals(1, steps());
        window().press(KeyCode.END, false);
        assertEquals(LENGTH, position());
        OnFx.run(
                () ->
                        window().find(ChoiceBox.class, ".replay-bar .choice-box")
                                .getSelectionModel()
                                .selectLast());
        assertEquals(16, OnFx.get(() -> replay().speedProperty().get()));
        fire("run.replay.play");
        assertTrue(position() < LENGTH, "it begins again");
        OnFx.await(() -> !replay().playingProperty().get());
        assertEquals(LENGTH, position());
        fire("run.replay.close");
        assertFalse(OnFx.get(() -> window().find(Node.class, ".replay-bar").isVisible()));
    }

    @Test
    void choosingARunToReplayIsAllKeys() throws Exception {
        window().command("command.replay.kept");
        OnFx.await(() -> window().focusIn(".runs"));
        OnFx.await(() -> window().wiring().shelf().runs().replayableProperty().get());
        window().press(KeyCode.ENTER, false);
        OnFx.await(() -> replay().activeProperty().get());
        assertEquals(run.getFileName().toString(), OnFx.get(() -> replay().titleProperty().get()));
    }

    private @Nullable ItemRow item() {
        return window().wiring().runDesk().evaluation().item().itemProperty().get();
    }

    private String id() {
        ItemRow row = item();
        return row == null ? "" : row.item().id();
    }

    private List<String> prompts() {
        return window().all(Label.class, ".item-prompt").stream().map(Label::getText).toList();
    }

    @Test
    void anItemOpensByEnterArrowsGoOnAndEscapeGoesBackToTheTable() throws Exception {
        var items = ToldRun.items(run);
        OnFx.run(
                () -> {
                    window().wiring().show("run");
                    window().wiring().runDesk().evaluation().show(run, RunMode.LATENT, items);
                });
        OnFx.frames(3);
        OnFx.run(
                () -> {
                    TableView<?> table = window().find(TableView.class, ".items");
                    table.getSelectionModel().select(0);
                    table.requestFocus();
                });
        window().press(KeyCode.ENTER, false);
        OnFx.await(() -> "a".equals(id()) && prompts().equals(List.of("read a")));
        window().focus(".item-sheet .button");
        window().press(KeyCode.DOWN, false);
        OnFx.await(() -> "b".equals(id()) && prompts().equals(List.of("read b")));
        window().press(KeyCode.DOWN, false);
        window().press(KeyCode.DOWN, false);
        OnFx.await(() -> "c".equals(id()));
        window().press(KeyCode.UP, false);
        OnFx.await(() -> "b".equals(id()));
        window().press(KeyCode.ESCAPE, false);
        OnFx.await(() -> item() == null && window().focusIn(".items"));
        assertFalse(OnFx.get(() -> window().find(Node.class, ".item-sheet").isVisible()));
    }
}
