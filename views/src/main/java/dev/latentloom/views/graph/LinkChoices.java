package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkEdits;
import dev.latentloom.views.graph.document.LinkFact;
import dev.latentloom.views.graph.document.LinkFit;
import dev.latentloom.views.graph.document.LinkMatch;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which link set the drawn team uses, and which it could use. The choice is an edit of the drawing
 * and is saved with the project; a set of another project is copied into this one first.
 */
public final class LinkChoices {
    private final BuildViewModel build;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<KnownLinks>> sets =
            new ReadOnlyObjectWrapper<>(this, "sets", List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> failure =
            new ReadOnlyObjectWrapper<>(this, "failure");
    private @Nullable LinkLibrary library;
    private @Nullable LinkHome home;

    LinkChoices(BuildViewModel build, Background background) {
        this.build = build;
        this.background = background;
    }

    /** Says where link sets are found from now on. */
    public void readBy(LinkLibrary found, LinkHome project) {
        library = found;
        home = project;
        look();
    }

    /** Looks for link sets in the background. */
    public void look() {
        LinkLibrary all = library;
        LinkHome project = home;
        if (all != null && project != null) {
            background.run(() -> all.sets(project.folder()), this::found, this::failed);
        }
    }

    private void found(List<KnownLinks> all) {
        sets.set(List.copyOf(all));
        failure.set(null);
    }

    private void failed(WorkbenchException e) {
        failure.set(Messages.text(e.key(), e.arguments()));
    }

    /** The sets that were found; changes when others are. */
    public ReadOnlyObjectProperty<List<KnownLinks>> setsProperty() {
        return sets.getReadOnlyProperty();
    }

    /** Why sets could not be read or copied, in words; null where they could. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What can be chosen: every set of the project, and those of others that fit. */
    List<LinkOption> options() {
        AgentGraph graph = build.draft().document().effective();
        List<LinkOption> options = new ArrayList<>();
        for (KnownLinks set : sets.get()) {
            if (set.elsewhere()) {
                LinkMatch.of(graph, build.models(), set)
                        .ifPresent(names -> options.add(new LinkOption(set, names, null)));
            } else {
                Map<String, String> problems = LinkFit.of(graph, build.models(), set);
                String first = problems.values().stream().findFirst().orElse(null);
                options.add(new LinkOption(set, null, first));
            }
        }
        return options;
    }

    /** The set in use, if it is at hand. */
    Optional<KnownLinks> used() {
        String name = build.draft().document().links();
        return sets.get().stream()
                .filter(set -> !set.elsewhere() && set.name().equals(name))
                .findFirst();
    }

    /** The link of the set in use that belongs to an agent or a wire. */
    Optional<LinkFact> link(boolean inner, String id) {
        return used().flatMap(set -> set.link(inner, id));
    }

    /** Uses a set from now on. */
    void choose(LinkOption option) {
        LinkMatch.Names names = option.names();
        LinkLibrary from = library;
        LinkHome project = home;
        if (names == null) {
            build.apply(LinkEdits.use(option.set().name()));
        } else if (from != null && project != null) {
            project.placed(
                    folder ->
                            background.run(
                                    () -> from.copy(option.set(), names, folder),
                                    copy -> {
                                        build.apply(LinkEdits.use(copy));
                                        look();
                                    },
                                    this::failed));
        }
    }

    /** What keeps the drawn team from latent mode, by id of the agent or wire; "" for all. */
    Map<String, String> problems(GraphDocument document) {
        String name = document.links();
        if (library == null || sets.get().isEmpty() || document.graph().agents().isEmpty()) {
            return Map.of();
        }
        if (name == null) {
            return Map.of(DraftCheck.TEAM, Messages.text("graph.links.none"));
        }
        return used().map(set -> LinkFit.of(document.effective(), build.models(), set))
                .orElse(Map.of(DraftCheck.TEAM, Messages.text("graph.links.gone", name)));
    }
}
