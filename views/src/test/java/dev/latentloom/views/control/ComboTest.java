package dev.latentloom.views.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.views.NoStalls;
import dev.latentloom.views.OnFx;
import dev.latentloom.views.RequiresFonts;

import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

@RequiresFonts
@ExtendWith(NoStalls.class)
class ComboTest {
    private static final List<String> WORDS = List.of("c", "d");

    @Test
    void theChoiceOfAnotherListIsShownAtTheSamePlaceToo() throws Exception {
        ComboBox<String> box = OnFx.get(ComboTest::shown);
        OnFx.get(
                () -> {
                    Combo.show(box, WORDS, "d");
                    return true;
                });
        for (int look = 0; look < 100 && !text(box).endsWith("d]"); look++) {
            Thread.sleep(20);
        }
        assertEquals("[null, d]", text(box)); // the first is there to be measured
        OnFx.get(
                () -> {
                    box.getScene().getWindow().hide();
                    return true;
                });
    }

    private static ComboBox<String> shown() {
        ComboBox<String> box = new ComboBox<>();
        box.setConverter(Converters.named(word -> word));
        Stage stage = new Stage();
        stage.setScene(new Scene(box, 200, 100));
        stage.show();
        Combo.show(box, List.of("a", "b"), "b");
        return box;
    }

    private static String text(ComboBox<String> box) throws Exception {
        return OnFx.get(
                () -> {
                    box.getScene().snapshot(null); // the box says anew what it shows
                    return box.lookupAll(".list-cell").stream()
                            .map(cell -> String.valueOf(((ListCell<?>) cell).getText()))
                            .toList()
                            .toString();
                });
    }
}
