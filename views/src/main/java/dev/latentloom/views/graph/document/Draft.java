package dev.latentloom.views.graph.document;

import java.util.function.UnaryOperator;

/** What is drawn and where: all that an edit can change, and all that undo brings back. */
public record Draft(GraphDocument document, GraphLayout layout) {
    /** With the document changed and the layout kept. */
    public Draft edit(UnaryOperator<GraphDocument> change) {
        return new Draft(change.apply(document), layout);
    }

    /** With the layout changed and the document kept. */
    public Draft place(UnaryOperator<GraphLayout> change) {
        return new Draft(document, change.apply(layout));
    }
}
