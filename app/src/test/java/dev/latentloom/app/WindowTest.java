package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.settings.Theme;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@RequiresFonts
class WindowTest {
    @TempDir Path home;

    @BeforeAll
    static void startToolkit() throws Exception {
        OnFx.start();
    }

    @Test
    void homeIsDrawnInBothThemes() throws Exception {
        try (TestWindow window = TestWindow.open(home, new NoEngine())) {
            WritableImage light = window.draw(Theme.LIGHT);
            WritableImage dark = window.draw(Theme.DARK);
            Color lightGround = light.getPixelReader().getColor(720, 860);
            Color darkGround = dark.getPixelReader().getColor(720, 860);
            assertTrue(lightGround.getBrightness() > 0.9, lightGround.toString());
            assertTrue(darkGround.getBrightness() < 0.2, darkGround.toString());
            Path folder = Path.of("target", "pictures");
            Picture.write(light, folder.resolve("home-light.png"));
            Picture.write(dark, folder.resolve("home-dark.png"));
        }
    }

    @Test
    void themeIsKeptForTheNextStart() throws Exception {
        try (TestWindow window = TestWindow.open(home, new NoEngine())) {
            window.draw(Theme.DARK);
        }
        assertEquals(Theme.DARK, new Preferences(Places.of(home)).load().theme());
    }
}
