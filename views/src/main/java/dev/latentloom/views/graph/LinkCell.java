package dev.latentloom.views.graph;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A link set to choose from: its name, where it comes from, and why it would not do. */
final class LinkCell extends ListCell<LinkOption> {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label name = new Label();
    private final Label facts = new Label();
    private final VBox both = new VBox(name, facts);

    LinkCell() {
        facts.getStyleClass().add("model-facts");
    }

    @Override
    protected void updateItem(@Nullable LinkOption option, boolean empty) {
        super.updateItem(option, empty);
        setText(null);
        setGraphic(empty || option == null ? null : both);
        if (!empty && option != null) {
            String problem = option.problem();
            name.setText(option.set().name());
            facts.setText(problem == null ? LinkWords.of(option.set()) : problem);
            facts.pseudoClassStateChanged(DANGER, problem != null);
            setAccessibleText(option.set().name() + ", " + facts.getText());
        }
    }
}
