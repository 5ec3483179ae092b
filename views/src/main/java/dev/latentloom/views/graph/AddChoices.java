package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Clip;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.graph.document.Connection;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.LinkParameters;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the palette and the quick-add list offer. */
public final class AddChoices {
    private static final int STEPS = 8;
    private static final int NEW_TOKENS = 512;

    private AddChoices() {}

    /**
     * Everything, in the order of the palette: agents, teams, links, question and answer, remarks.
     */
    public static List<AddChoice> all(ModelWidths models) {
        List<AddChoice> all = new ArrayList<>();
        all.add(agent(text("agent"), text("agentDetail"), null, false));
        for (ModelWidth model : models.all()) {
            if (model.usable()) {
                String detail = text("modelDetail", model.family(), model.width());
                all.add(agent(shortName(model.name()), detail, model.name(), false));
            }
        }
        all.add(agent(text("textAgent"), text("textAgentDetail"), null, true));
        for (CollaborationPattern pattern : CollaborationPattern.values()) {
            all.add(team(pattern));
        }
        LinkParameters.OUTER_DESIGNS.forEach(design -> all.add(link(design)));
        all.add(of("ends", "question", "fth-help-circle", NoteEdits::placeQuestion));
        all.add(of("ends", "answer", "fth-check-circle", NoteEdits::placeAnswer));
        all.add(of("remarks", "note", "fth-file-text", spot -> NoteEdits.add("", spot)));
        all.add(group());
        return all;
    }

    /**
     * Those whose label or detail contains a text, and that can be put at a place.
     *
     * @param from port of a wire that should end in what is added; null for no wire
     */
    public static List<AddChoice> fitting(
            String typed, Place place, @Nullable Port from, ModelWidths models) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<AddChoice> fitting = new ArrayList<>();
        for (AddChoice choice : all(models)) {
            String words = (choice.label() + " " + choice.detail()).toLowerCase(Locale.ROOT);
            if (words.contains(wanted) && edit(choice, place, from, models).isPresent()) {
                fitting.add(choice);
            }
        }
        return fitting;
    }

    /** The edit that puts something at a place and joins it to a port if there is one. */
    public static Optional<Edit> edit(
            AddChoice choice, Place place, @Nullable Port from, ModelWidths models) {
        Optional<Edit> edit = choice.edit().apply(place);
        return from == null
                ? edit
                : edit.flatMap(add -> Connection.adding(place.draft(), add, from, models));
    }

    private static AddChoice agent(
            String label, String detail, @Nullable String model, boolean textOnly) {
        Agent template =
                Agent.of(
                                "",
                                role(model, textOnly),
                                "{{question}}",
                                textOnly ? 0 : STEPS,
                                NEW_TOKENS)
                        .withModel(model)
                        .withTextOnly(textOnly);
        String icon = textOnly ? "fth-message-square" : "fth-cpu";
        return new AddChoice(
                text("section.agents"),
                label,
                detail,
                icon,
                place -> Optional.of(AgentEdits.add(template, place.spot())));
    }

    /** An agent is called as its model is, until people call it by what it does. */
    private static String role(@Nullable String model, boolean textOnly) {
        if (model == null) {
            return textOnly ? text("textAgentRole") : text("agentRole");
        }
        String name = shortName(model);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static AddChoice team(CollaborationPattern pattern) {
        AgentGraph graph = pattern.graph(text("team." + pattern.id()));
        Clip clip = new Clip(graph, List.of(), Columns.of(graph));
        return new AddChoice(
                text("section.teams"),
                text("team." + pattern.id()),
                text("teamDetail", graph.agents().size()),
                "fth-share-2",
                place -> Optional.of(clip.paste(place.spot(), "graph.edit.pattern")));
    }

    /** A link's design, put on a wire that carries thoughts. */
    private static AddChoice link(String design) {
        return new AddChoice(
                text("section.links"),
                Messages.text("graph.design." + design),
                text("linkDetail"),
                "fth-link",
                place -> {
                    List<Edge> edges = new ArrayList<>(place.draft().document().graph().edges());
                    edges.removeIf(edge -> !place.under().contains(edge.id()));
                    return edges.size() == 1
                            ? Optional.of(EdgeEdits.design(edges.getFirst(), design))
                            : Optional.empty();
                });
    }

    /** A frame, put around the nodes that lie there or are selected. */
    private static AddChoice group() {
        return new AddChoice(
                text("section.remarks"),
                text("group"),
                text("groupDetail"),
                "fth-square",
                place -> {
                    List<String> nodes = new ArrayList<>(place.draft().document().nodes());
                    nodes.retainAll(place.under());
                    return nodes.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    NoteEdits.group(nodes, Messages.text("graph.group.title")));
                });
    }

    private static AddChoice of(
            String section, String key, String icon, Function<Spot, Edit> edit) {
        return new AddChoice(
                text("section." + section),
                text(key),
                text(key + "Detail"),
                icon,
                place -> Optional.of(edit.apply(place.spot())));
    }

    private static String shortName(String model) {
        return model.substring(model.lastIndexOf('/') + 1);
    }

    private static String text(String key, Object... arguments) {
        return Messages.text("graph.add." + key, arguments);
    }
}
