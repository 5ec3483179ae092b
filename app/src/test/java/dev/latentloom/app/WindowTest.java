package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ModalPane;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.views.settings.Theme;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.dataset.DataSet;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

@RequiresFonts
class WindowTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String BUNDLED = System.getProperty("latentloom.samples", "");

    @TempDir Path home;
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        Path samples = home.resolve("samples");
        Path sample = samples.resolve("relay");
        Files.createDirectories(sample);
        ProjectStore store = new ProjectStore(sample);
        store.saveGraph(RelayProjects.graph());
        store.save(Project.of("Relay", "relay").withTask("relay"));
        Files.writeString(
                sample.resolve("sample.json"),
                """
                {"title": "Relay", "order": 1,
                 "tryFirst": "Ask for the end of a route; set the control to zero vectors and ask again."}
                """);
        System.setProperty("latentloom.samples", samples.toString());
        open = TestWindow.open(home);
    }

    @AfterEach
    void close() throws Exception {
        window().close();
        System.setProperty("latentloom.samples", BUNDLED); // other tests open the bundled ones
    }

    private void openSample() throws Exception {
        window().press(".first-card .accent");
        OnFx.await(
                () ->
                        window().all(TextArea.class, ".question-bar .text-area").stream()
                                .anyMatch(asked -> asked.getText().equals("start c4 route b d")));
    }

    private TestWindow window() {
        return Objects.requireNonNull(open);
    }

    private void picture(String name) throws Exception {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            Picture.write(window().draw(theme), PICTURES.resolve(file));
        }
    }

    @Test
    void homeIsDrawnInBothThemes() throws Exception {
        WritableImage light = window().draw(Theme.LIGHT);
        WritableImage dark = window().draw(Theme.DARK);
        Color lightGround = light.getPixelReader().getColor(720, 800);
        Color darkGround = dark.getPixelReader().getColor(720, 800);
        assertTrue(lightGround.getBrightness() > 0.9, lightGround.toString());
        assertTrue(darkGround.getBrightness() < 0.2, darkGround.toString());
        picture("home");
    }

    @Test
    void themeIsKeptForTheNextStart() throws Exception {
        window().draw(Theme.DARK);
        Preferences kept = new Preferences(Places.of(home));
        OnFx.await(() -> theme(kept) == Theme.DARK);
    }

    private static Theme theme(Preferences kept) {
        try {
            return kept.load().theme();
        } catch (WorkbenchException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void firstCardOpensTheSampleAndRunAnswersInBothModes() throws Exception {
        openSample();
        window().press(".question-acts .accent");
        OnFx.await(() -> window().all(Label.class, ".verdict").size() == 2);
        OnFx.await(
                () ->
                        window().all(Label.class, ".verdict").stream()
                                .allMatch(label -> label.getText().equals("✓ right")));
        picture("run");
        assertFalse(OnFx.get(() -> window().find(Label.class, "#earlier").isVisible()));
        OnFx.run(() -> window().find(TextArea.class, ".question-bar .text-area").setText("other"));
        Label earlier = OnFx.get(() -> window().find(Label.class, "#earlier"));
        assertTrue(OnFx.get(earlier::isVisible), "these answers are not to what is asked now");
        assertTrue(OnFx.get(earlier::getText).endsWith("start c4 route b d"), earlier.getText());
        picture("run-earlier");
    }

    @Test
    void dataSetShowsItemsAndAccuracy() throws Exception {
        openSample();
        window().press(".run-main .dock-tab", 1);
        window().press(".evaluation .accent");
        OnFx.await(() -> window().all(Label.class, ".results .label").size() == 4);
        OnFx.await(
                () ->
                        window().all(Label.class, ".results .label").stream()
                                .anyMatch(label -> label.getText().startsWith("95.0 %")));
        picture("data-set");
    }

    @Test
    void trainingDrawsACurveForEveryLink() throws Exception {
        openSample();
        window().press(KeyCode.DIGIT4, true);
        OnFx.await(() -> window().all(ToggleButton.class, ".link-chip").size() == 6);
        window().press(".train-main .accent");
        OnFx.await(
                () ->
                        window().all(Label.class, ".train-main .muted").stream()
                                .anyMatch(label -> label.getText().equals("Done")));
        picture("train");
        window().press(".link-chip", 3);
        picture("train-one-link");
        List<Double> told = firstCurve();
        window().press(".train-smooth");
        picture("train-smooth");
        List<Double> smooth = firstCurve();
        assertEquals(told.size(), smooth.size());
        assertEquals(told.getFirst(), smooth.getFirst());
        assertTrue(smooth.getLast() > told.getLast(), "a mean lags behind a falling loss");
        window().press(".train-smooth");
        assertEquals(told, firstCurve());
    }

    /** Values of the first curve of the first plot; the chart has one of them twice. */
    private List<Double> firstCurve() throws Exception {
        return OnFx.get(
                () -> {
                    DataSet curve =
                            window().find(XYChart.class, ".chart")
                                    .getRenderers()
                                    .getFirst()
                                    .getDatasets()
                                    .getFirst();
                    return IntStream.range(0, curve.getDataCount())
                            .mapToObj(point -> curve.get(DataSet.DIM_Y, point))
                            .distinct()
                            .toList();
                });
    }

    @Test
    void ablationDrawsACurveForEveryNumberOfRounds() throws Exception {
        openSample();
        window().press(".run-main .dock-tab", 2);
        OnFx.run(() -> window().all(Button.class, ".evaluation .accent").getLast().fire());
        OnFx.await(
                () ->
                        window().all(Label.class, ".evaluation .note").stream()
                                .anyMatch(label -> label.getText().startsWith("Mean of 1 seed")));
        picture("ablation");
    }

    @Test
    void paletteOpensByKeyAndEscapeTakesItAway() throws Exception {
        window().press(KeyCode.K, true);
        OnFx.await(() -> !window().all(Label.class, ".palette .label").isEmpty());
        OnFx.await(() -> window().focusIn(".palette"));
        picture("palette");
        window().press(KeyCode.ESCAPE, false);
        OnFx.await(() -> !window().find(ModalPane.class, ".modal-pane").isDisplay());
    }

    @Test
    void settingsAndKeysOpen() throws Exception {
        window().press(KeyCode.COMMA, true);
        OnFx.await(() -> !window().all(Label.class, ".settings .label").isEmpty());
        picture("settings");
        window().press(".settings #close");
        OnFx.await(() -> !window().find(ModalPane.class, ".modal-pane").isDisplay());
        window().command("command.keys");
        OnFx.await(() -> !window().all(Label.class, ".keys-sheet .label").isEmpty());
        picture("keys");
    }

    @Test
    void f1OpensThePageOfTheAreaInViewAndItsLinksLeadOn() throws Exception {
        for (String area : List.of("home", "build", "run", "train", "library")) {
            OnFx.run(() -> window().wiring().show(area));
            window().press(KeyCode.F1, false);
            OnFx.await(() -> area.equals(guidePage()));
            if (area.equals("run")) {
                picture("guide");
                window().press(".guide .hyperlink");
                OnFx.await(() -> "commands".equals(guidePage()));
            }
            window().press(KeyCode.ESCAPE, false);
            OnFx.await(() -> !window().find(ModalPane.class, ".modal-pane").isDisplay());
        }
    }

    private @Nullable Object guidePage() {
        return window().all(ToggleButton.class, ".guide-pages .dock-tab").stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .map(ToggleButton::getUserData)
                .orElse(null);
    }
}
