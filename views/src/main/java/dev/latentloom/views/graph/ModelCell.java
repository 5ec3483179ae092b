package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A model to choose from: its name, and whether and how it could take part. */
final class ModelCell extends ListCell<ModelWidth> {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Supplier<ModelWidths> models;
    private final Supplier<String> device;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final VBox both = new VBox(name, facts);

    /**
     * @param device where the agent runs that it is chosen for
     */
    ModelCell(Supplier<ModelWidths> models, Supplier<String> device) {
        this.models = models;
        this.device = device;
        name.getStyleClass().add("model-name");
        facts.getStyleClass().add("model-facts");
    }

    @Override
    protected void updateItem(@Nullable ModelWidth model, boolean empty) {
        super.updateItem(model, empty);
        setText(null);
        setGraphic(empty || model == null ? null : both);
        if (!empty && model != null) {
            ModelFacts known = ModelFacts.of(model, models.get(), device.get());
            name.setText(model.name());
            facts.setText(known.text());
            facts.pseudoClassStateChanged(DANGER, known.trouble());
            setAccessibleText(model.name() + ", " + known.text());
        }
    }
}
