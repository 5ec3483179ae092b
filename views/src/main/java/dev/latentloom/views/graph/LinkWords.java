package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkFact;
import dev.latentloom.views.text.Figures;

/** Link sets and their links in words. */
final class LinkWords {
    private static final String UNTRAINED = "untrained";

    private LinkWords() {}

    /** What a set is, and where it comes from. */
    static String of(KnownLinks set) {
        if (set.folder() == null) {
            return Messages.text("graph.links.about." + set.name());
        }
        String held = Messages.text("graph.links.held", set.links().size());
        String training = set.links().isEmpty() ? "" : ", " + training(set, set.links().getFirst());
        String from =
                set.project() == null
                        ? ""
                        : "\n" + Messages.text("graph.links.from", set.project());
        return held + training + from;
    }

    /** One link of the set in use: its design and numbers, and how it was trained. */
    static String of(LinkChoices links, boolean inner, String id) {
        KnownLinks set = links.used().orElse(null);
        if (set == null) {
            return Messages.text("graph.links.noSet");
        }
        if (set.folder() == null) {
            boolean raw = set.name().equals(UNTRAINED);
            return Messages.text(raw ? "graph.links.asMade" : "graph.links.free");
        }
        return set.link(inner, id)
                .map(
                        link ->
                                Messages.text(
                                        "graph.links.one",
                                        link.design(),
                                        Figures.count(link.parameters()),
                                        training(set, link)))
                .orElse(Messages.text("graph.links.notHeld", set.name()));
    }

    private static String training(KnownLinks set, LinkFact link) {
        if (link.step() == 0) {
            return Messages.text("graph.links.stepsUnknown");
        }
        Double loss = link.loss();
        String recipe = link.recipe();
        String text =
                Messages.text(
                        "graph.links.trained",
                        Figures.count(link.step()),
                        link.data() == null ? Messages.text("graph.links.noData") : link.data(),
                        loss == null ? "–" : Figures.significant(loss),
                        recipe == null ? Messages.text("graph.links.noRecipe") : recipe);
        String run = set.run();
        return run == null ? text : text + Messages.text("graph.links.run", run);
    }
}
