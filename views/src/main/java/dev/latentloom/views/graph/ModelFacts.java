package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.text.Figures;

/**
 * A model in words: what it is, what it takes, and whether there is room for it.
 *
 * @param text one or two lines
 * @param trouble whether it cannot be used, or not here
 */
record ModelFacts(String text, boolean trouble) {
    /** What is known of a model before it is loaded. */
    static ModelFacts of(ModelWidth model, ModelWidths all) {
        String refusal = model.refusal();
        if (refusal != null) {
            return new ModelFacts(Messages.text("graph.agent.refused", refusal), true);
        }
        String facts =
                Messages.text(
                        "graph.agent.facts",
                        model.family(),
                        model.width(),
                        Figures.count(model.parameters()),
                        model.dtype());
        boolean fits = model.bytes() <= all.budget();
        String room =
                Messages.text(
                        fits ? "graph.agent.fits" : "graph.agent.tooLarge",
                        Figures.bytes(model.bytes()),
                        Figures.bytes(all.budget()),
                        all.type(),
                        all.device());
        return new ModelFacts(facts + "\n" + room, !fits);
    }
}
