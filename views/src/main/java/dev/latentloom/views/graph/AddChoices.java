package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Clip;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.graph.document.Connection;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.ModelWidth;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the palette and the quick-add list offer. */
public final class AddChoices {
    private static final int STEPS = 8;
    private static final int NEW_TOKENS = 512;

    private AddChoices() {}

    /** Everything, in the order of the palette: agents, teams, question and answer, remarks. */
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
        all.add(of("ends", "question", "fth-help-circle", NoteEdits::placeQuestion));
        all.add(of("ends", "answer", "fth-check-circle", NoteEdits::placeAnswer));
        all.add(of("remarks", "note", "fth-file-text", spot -> NoteEdits.add("", spot)));
        return all;
    }

    /** Those whose label or detail contains a text, and that a wire from a port could end in. */
    public static List<AddChoice> fitting(
            List<AddChoice> choices,
            String typed,
            @Nullable Port from,
            Draft draft,
            ModelWidths models) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<AddChoice> fitting = new ArrayList<>();
        for (AddChoice choice : choices) {
            String words = (choice.label() + " " + choice.detail()).toLowerCase(Locale.ROOT);
            boolean joins =
                    from == null
                            || Connection.adding(
                                            draft,
                                            choice.edit().apply(new Spot(0, 0)),
                                            from,
                                            models)
                                    .isPresent();
            if (words.contains(wanted) && joins) {
                fitting.add(choice);
            }
        }
        return fitting;
    }

    private static AddChoice agent(
            String label, String detail, @Nullable String model, boolean textOnly) {
        Agent template =
                new Agent(
                        "",
                        textOnly ? text("textAgentRole") : text("agentRole"),
                        model,
                        "",
                        "{{question}}",
                        textOnly ? 0 : STEPS,
                        NEW_TOKENS,
                        textOnly,
                        "");
        String icon = textOnly ? "fth-message-square" : "fth-cpu";
        return new AddChoice(
                text("section.agents"),
                label,
                detail,
                icon,
                spot -> AgentEdits.add(template, spot));
    }

    private static AddChoice team(CollaborationPattern pattern) {
        AgentGraph graph = pattern.graph(text("team." + pattern.id()));
        Clip clip = new Clip(graph, List.of(), Columns.of(graph));
        return new AddChoice(
                text("section.teams"),
                text("team." + pattern.id()),
                text("teamDetail", graph.agents().size()),
                "fth-share-2",
                spot -> clip.paste(spot, "graph.edit.pattern"));
    }

    private static AddChoice of(
            String section, String key, String icon, Function<Spot, Edit> edit) {
        return new AddChoice(
                text("section." + section), text(key), text(key + "Detail"), icon, edit);
    }

    private static String shortName(String model) {
        return model.substring(model.lastIndexOf('/') + 1);
    }

    private static String text(String key, Object... arguments) {
        return Messages.text("graph.add." + key, arguments);
    }
}
