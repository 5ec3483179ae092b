package dev.latentloom.views.home;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;

/** The picture of the first card: three agents of different width and the thoughts between. */
final class ThreeMinds extends Group {
    ThreeMinds() {
        getChildren()
                .setAll(
                        wire(30, 60, 130, 30),
                        wire(130, 30, 230, 75),
                        wire(230, 75, 30, 60),
                        mind(30, 60, 16),
                        mind(130, 30, 24),
                        mind(230, 75, 16));
        setMouseTransparent(true);
    }

    private static CubicCurve wire(double x1, double y1, double x2, double y2) {
        boolean back = x2 < x1;
        double bend = back ? 70 : 0;
        CubicCurve curve =
                back
                        ? new CubicCurve(x1, y1, x1, y1 + bend, x2, y2 + bend, x2, y2)
                        : new CubicCurve(x1, y1, x1 + 50, y1, x2 - 50, y2, x2, y2);
        curve.getStyleClass().add("latent-wire");
        return curve;
    }

    private static Circle mind(double x, double y, double radius) {
        Circle circle = new Circle(x, y, radius);
        circle.getStyleClass().add("mind");
        return circle;
    }
}
