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
    /**
     * What is known of a model before it is loaded.
     *
     * @param device where it is to run
     */
    static ModelFacts of(ModelWidth model, ModelWidths all, String device) {
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
        long budget = all.budget(device);
        boolean fits = budget < 0 || model.bytes() <= budget;
        String key =
                budget < 0
                        ? "graph.agent.takes"
                        : fits ? "graph.agent.fits" : "graph.agent.tooLarge";
        String room =
                Messages.text(
                        key,
                        Figures.bytes(model.bytes()),
                        Figures.bytes(budget),
                        all.type(),
                        device);
        return new ModelFacts(facts + "\n" + room, !fits);
    }
}
