package dev.latentloom.app.cli;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.run.LinksOfOthers;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.resources.Messages;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code links PROJECT import FILE…}: takes links of others into a project. */
@Command(name = "links", description = "${bundle:cli.links}")
final class LinksCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "${bundle:cli.project}")
    private String project = "";

    @Parameters(index = "1", paramLabel = "import", description = "${bundle:cli.links.import}")
    private String act = "";

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "${bundle:cli.links.files}")
    private List<Path> files = List.of();

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--name", paramLabel = "NAME", description = "${bundle:cli.links.name}")
    private String name = "imported";

    /** What the links are for. */
    static final class Target {
        @Option(names = "--agent", paramLabel = "ID", description = "${bundle:cli.links.agent}")
        private List<String> agents = List.of();

        @Option(names = "--edge", paramLabel = "ID", description = "${bundle:cli.links.edge}")
        private List<String> edges = List.of();

        private List<LinkKey> keys() {
            return agents.isEmpty()
                    ? edges.stream().map(LinkKey::outer).toList()
                    : agents.stream().map(LinkKey::inner).toList();
        }
    }

    LinksCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        if (!act.equals("import")) {
            throw root.wrongUse(Messages.text("cli.links.noAct", act));
        }
        List<LinkKey> keys = target.keys();
        if (keys.size() != files.size()) {
            throw root.wrongUse(Messages.text("cli.links.count", files.size(), keys.size()));
        }
        StoredProjects projects = new StoredProjects(Runners.samples(), root.places().data());
        RunnableProject into = projects.open(Runners.project(project), null);
        LinksOfOthers links = new LinksOfOthers(into, LocalModels.ofThisMachine(), name);
        try (EngineSession session = EngineSession.start(root)) {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                LinkKey key = keys.get(i);
                LinkShape shape = session.call(1, () -> links.take(file, key));
                figures = figures(key, shape);
                if (i < files.size() - 1) {
                    tell(figures);
                }
            }
            root.console().summary(figures);
        }
        return ExitStatus.DONE;
    }

    private Map<String, Object> figures(LinkKey key, LinkShape shape) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", name);
        figures.put("link", key.toString());
        figures.put("design", shape.design().id());
        figures.put("in", shape.in());
        figures.put("out", shape.out());
        return figures;
    }

    private void tell(Map<String, Object> figures) {
        if (root.console().json()) {
            root.console().object(figures);
        } else {
            root.console().summary(figures);
        }
    }
}
