package dev.latentloom.views;

import dev.latentloom.resources.Messages;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;

/** Loads the form of a controller: the FXML file of the same name in the same package. */
public final class Fxml {
    private Fxml() {}

    /**
     * Builds the nodes of {@code controller}'s form and fills its {@code @FXML} fields.
     *
     * @throws IllegalStateException where there is no form of that name
     */
    public static Parent load(Object controller) {
        String name = "/" + controller.getClass().getName().replace('.', '/') + ".fxml";
        URL form = controller.getClass().getResource(name);
        if (form == null) {
            throw new IllegalStateException("no form " + name);
        }
        FXMLLoader loader = new FXMLLoader(form, Messages.bundle());
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
