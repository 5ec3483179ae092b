package dev.latentloom.app;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.dialog.Ask;
import dev.latentloom.views.dialog.AskSheet;
import dev.latentloom.views.dialog.Asker;
import dev.latentloom.views.dialog.Place;
import dev.latentloom.views.dialog.PlaceSheet;

import javafx.scene.Node;

import java.util.function.Consumer;

/**
 * Questions as sheets over the window.
 *
 * @param show shows a sheet
 * @param hide takes it away
 */
record Sheets(Consumer<Node> show, Runnable hide) implements Asker {
    @Override
    public void ask(Ask question) {
        show.accept(AskSheet.of(question, hide));
    }

    @Override
    public void place(Place question) {
        show.accept(Fxml.load(new PlaceSheet(question, hide)));
    }
}
