package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.FreshId;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkStore;
import dev.latentloom.engine.link.StoredLink;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.views.graph.LinkLibrary;
import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkFact;
import dev.latentloom.views.graph.document.LinkMatch;
import dev.latentloom.views.graph.document.LinkTeam;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Link sets of the open project, and of the samples and projects in LatentLoom's own folder.
 *
 * @param projects folder with projects
 */
record LinkCatalogue(StoredProjects stored, Path projects, LocalModels models)
        implements LinkLibrary {
    private static final Logger LOGGER = Logger.getLogger(LinkCatalogue.class.getName());

    @Override
    public List<KnownLinks> sets(@Nullable Path project) throws WorkbenchException {
        List<KnownLinks> all = new ArrayList<>();
        if (project != null) {
            Set<Path> homes = new LinkedHashSet<>(List.of(stored.own(project), project));
            Set<String> taken = new TreeSet<>(); // what was trained here comes before what was sent
            for (Path home : homes) {
                for (String name : new LinkStore(home).names()) {
                    if (taken.add(name)) {
                        add(all, home, name, null, List.of());
                    }
                }
            }
        }
        TeamLinks.TRAINING_FREE.forEach(name -> all.add(KnownLinks.trainingFree(name)));
        for (Path other : others(project)) {
            List<String> names = new LinkStore(other).names();
            List<LinkTeam> teams = names.isEmpty() ? List.of() : teams(other);
            for (String name : names) {
                add(all, other, name, new ProjectStore(other).load().name(), teams);
            }
        }
        return List.copyOf(all);
    }

    private static void add(
            List<KnownLinks> all,
            Path home,
            String name,
            @Nullable String project,
            List<LinkTeam> teams) {
        Path folder = home.resolve("links").resolve(name);
        try {
            boolean trainedHere = Files.isDirectory(new ProjectStore(home).runs().resolve(name));
            List<LinkFact> links =
                    new LinkStore(home)
                            .folder(name).list().stream().map(LinkCatalogue::fact).toList();
            all.add(new KnownLinks(name, folder, project, trainedHere ? name : null, links, teams));
        } catch (WorkbenchException e) {
            LOGGER.log(Level.WARNING, "no link set in " + folder, e); // the others still count
        }
    }

    private static LinkFact fact(StoredLink link) {
        return new LinkFact(
                link.key().inner(),
                link.key().id(),
                link.shape().design().id(),
                link.shape().in(),
                link.shape().out(),
                link.shape().parameters(),
                link.origin().step(),
                link.origin().loss(),
                link.origin().data(),
                link.origin().recipe());
    }

    private List<Path> others(@Nullable Path project) throws WorkbenchException {
        List<Path> others = new ArrayList<>();
        for (Path parent : List.of(projects, stored.samples())) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> folders = Files.list(parent)) {
                    folders.map(folder -> folder.toAbsolutePath().normalize())
                            .filter(ProjectStore::isProject)
                            .filter(folder -> !same(folder, project))
                            .sorted()
                            .forEach(others::add);
                } catch (IOException e) {
                    throw new WorkbenchException(
                            e,
                            "project.unreadable",
                            parent.toString(),
                            String.valueOf(e.getMessage()));
                }
            }
        }
        return others;
    }

    private static boolean same(Path folder, @Nullable Path project) {
        return project != null && folder.equals(project.toAbsolutePath().normalize());
    }

    /** The graphs of a project whose models are all at hand. */
    private List<LinkTeam> teams(Path folder) {
        List<LinkTeam> teams = new ArrayList<>();
        ProjectStore store = new ProjectStore(folder);
        try {
            for (String name : store.graphs()) {
                AgentGraph graph = store.graph(name);
                Map<String, Path> folders = new HashMap<>();
                for (Agent agent : graph.agents()) {
                    String model = agent.model();
                    if (model != null && !agent.textOnly()) {
                        Path found = models.resolve(model, folder);
                        folders.put(agent.id(), found.toAbsolutePath().normalize());
                    }
                }
                teams.add(new LinkTeam(graph, folders));
            }
        } catch (WorkbenchException e) {
            LOGGER.log(Level.FINE, "no team in " + folder, e); // its links fit nobody here
        }
        return teams;
    }

    @Override
    public String copy(KnownLinks set, LinkMatch.Names names, Path project)
            throws WorkbenchException {
        Path from = set.folder();
        if (from == null) {
            throw new IllegalArgumentException(set.name() + " has no folder");
        }
        Map<LinkKey, LinkKey> keys = new HashMap<>();
        names.agents().forEach((to, old) -> keys.put(LinkKey.inner(old), LinkKey.inner(to)));
        names.edges().forEach((to, old) -> keys.put(LinkKey.outer(old), LinkKey.outer(to)));
        LinkStore store = new LinkStore(project);
        String name = FreshId.of(set.name(), store.names());
        new LinkFolder(from).copyTo(store.folder(name), keys);
        return name;
    }
}
