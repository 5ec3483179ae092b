package dev.latentloom.views.graph.canvas;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.ArrayList;
import java.util.List;

/** The dots behind the drawing, painted again only when the view or the theme changes. */
final class GridView extends Region {
    private static final double STEP = 20;
    private static final double LEAST = 12;
    private static final CssMetaData<GridView, Paint> INK_META =
            new CssMetaData<>("-ll-grid-ink", PaintConverter.getInstance(), Color.TRANSPARENT) {
                @Override
                public boolean isSettable(GridView grid) {
                    return !grid.ink.isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(GridView grid) {
                    return grid.ink;
                }
            };

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableObjectProperty<Paint> ink =
            new SimpleStyleableObjectProperty<>(INK_META, this, "ink", Color.TRANSPARENT);
    private Viewport viewport = new Viewport(1, 0, 0);

    GridView() {
        getStyleClass().add("graph-grid");
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(canvas);
        canvas.setManaged(false);
        ink.addListener((property, old, now) -> paint());
    }

    void show(Viewport seen, double width, double height) {
        viewport = seen;
        resize(width, height);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        paint();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setFill(ink.get());
        double step = STEP * viewport.scale();
        while (step < LEAST) {
            step *= 2;
        }
        double startX = viewport.x() - Math.floor(viewport.x() / step) * step;
        double startY = viewport.y() - Math.floor(viewport.y() / step) * step;
        for (double y = startY; y < canvas.getHeight(); y += step) {
            for (double x = startX; x < canvas.getWidth(); x += step) {
                graphics.fillRect(Math.rint(x), Math.rint(y), 1, 1);
            }
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(super.getCssMetaData());
        all.add(INK_META);
        return all;
    }
}
