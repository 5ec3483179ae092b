package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;

import dev.latentloom.resources.StyleSheets;
import dev.latentloom.views.plot.LineChartPane;
import dev.latentloom.views.plot.PlotAxis;
import dev.latentloom.views.plot.PlotSeries;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.axes.spi.TickMark;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

@RequiresFonts
class LineChartPaneTest {
    private static final int BLUE = 0xFF0072B2; // first and second of the series colours
    private static final int ORANGE = 0xFFE69F00;

    private static WritableImage draw(LineChartPane plot, String file) throws Exception {
        Stage stage =
                OnFx.get(
                        () -> {
                            Application.setUserAgentStylesheet(
                                    new PrimerLight().getUserAgentStylesheet());
                            Scene scene = new Scene(plot, 720, 420);
                            scene.getStylesheets().setAll(StyleSheets.of(false));
                            Stage shown = new Stage();
                            shown.setScene(scene);
                            shown.show();
                            return shown;
                        });
        Thread.sleep(300); // the chart draws at the frames that follow
        WritableImage image = OnFx.get(() -> stage.getScene().snapshot(null));
        OnFx.run(stage::close);
        Picture.write(image, Path.of("target", "pictures", file));
        return image;
    }

    private static Set<Integer> colours(WritableImage image) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return found;
    }

    @Test
    void curvesAndBandsWearTheSeriesColours() throws Exception {
        LineChartPane plot =
                OnFx.get(
                        () -> {
                            LineChartPane pane =
                                    new LineChartPane(
                                            PlotAxis.ofCounts("Training step"),
                                            new PlotAxis("Loss", "nats", true));
                            PlotSeries loss = pane.add("outer: planner – critic");
                            PlotSeries other = pane.add("outer: critic – solver");
                            PlotSeries none = pane.add("without a point");
                            none.clear();
                            for (int step = 1; step <= 60; step++) {
                                loss.append(step, 2.0 / step, 1.6 / step, 2.6 / step);
                                other.append(step, 1.2 / Math.sqrt(step));
                            }
                            other.append(61, Double.NaN);
                            return pane;
                        });
        Set<Integer> colours = colours(draw(plot, "plot.png"));
        assertTrue(colours.contains(BLUE), "no blue curve");
        assertTrue(colours.contains(ORANGE), "no orange curve");
    }

    @Test
    void inALowPlotTheNameOfWhatIsMeasuredIsWholeAndStepsAreWholeNumbers() throws Exception {
        LineChartPane plot =
                OnFx.get(
                        () -> {
                            LineChartPane pane =
                                    new LineChartPane(
                                            PlotAxis.ofCounts("Latent steps, m"),
                                            new PlotAxis("Right of the test items", "%", false));
                            PlotSeries curve = pane.add("n = 1");
                            curve.append(0, 20);
                            curve.append(3, 90);
                            return pane;
                        });
        draw(plot, "plot-low.png");
        Label name = (Label) Objects.requireNonNull(plot.lookup(".plot-name"));
        assertEquals("Right of the test items, %", name.getText());
        assertEquals(List.of(), OnFx.get(() -> CutText.in(plot)));
        assertEquals(
                List.of(0.0, 1.0, 2.0, 3.0),
                OnFx.get(
                        () ->
                                plot.lookupAll(".axis").stream()
                                        .filter(DefaultNumericAxis.class::isInstance)
                                        .map(DefaultNumericAxis.class::cast)
                                        .filter(axis -> axis.getSide().isHorizontal())
                                        .flatMap(axis -> axis.getTickMarks().stream())
                                        .map(TickMark::getValue)
                                        .toList()));
    }

    @Test
    void plotWithoutPointsSaysSo() throws Exception {
        LineChartPane plot =
                OnFx.get(
                        () ->
                                new LineChartPane(
                                        PlotAxis.ofCounts("m"),
                                        new PlotAxis("Accuracy", "%", false)));
        assertFalse(colours(draw(plot, "plot-empty.png")).contains(BLUE));
    }
}
