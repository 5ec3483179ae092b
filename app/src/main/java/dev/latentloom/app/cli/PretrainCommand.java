package dev.latentloom.app.cli;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.train.PretrainJob;
import dev.latentloom.engine.train.PretrainSummary;
import dev.latentloom.resources.Messages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** {@code pretrain TASK OUT}: trains a task's tiny agents from scratch. */
@Command(name = "pretrain", description = "${bundle:cli.pretrain}")
final class PretrainCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "TASK", description = "${bundle:cli.questions.task}")
    private String task = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "${bundle:cli.pretrain.out}")
    private Path out = Path.of("");

    @Option(
            names = "--agents",
            split = ",",
            paramLabel = "ID",
            description = "${bundle:cli.pretrain.agents}")
    private List<String> agents = List.of();

    PretrainCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        MiniatureTask chosen = QuestionsCommand.task(root, task);
        List<AgentPlan> plans = plans(chosen);
        Integer threads = root.threads();
        int cores = Runtime.getRuntime().availableProcessors();
        try (EngineSession session = EngineSession.start(root)) {
            if (session.device().cuda()) {
                throw new WorkbenchException("device.pretrainOnCpu", session.device().name());
            }
            root.console().stage(Messages.text("cli.pretrain.stage", plans.size(), out));
            PretrainSummary summary =
                    new PretrainJob(
                                    chosen,
                                    plans,
                                    out,
                                    root.seed(),
                                    Objects.requireNonNullElse(threads, cores))
                            .run(new CommandMonitor(root));
            root.console().summary(figures(summary));
        }
        return ExitStatus.DONE;
    }

    private List<AgentPlan> plans(MiniatureTask chosen) {
        List<String> known = chosen.plans().stream().map(AgentPlan::agent).toList();
        for (String agent : agents) {
            if (!known.contains(agent)) {
                throw root.wrongUse(
                        Messages.text("cli.noAgent", task, agent, String.join(", ", known)));
            }
        }
        return chosen.plans().stream()
                .filter(plan -> agents.isEmpty() || agents.contains(plan.agent()))
                .toList();
    }

    private static Map<String, Object> figures(PretrainSummary summary) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("steps", summary.steps());
        figures.put("loss", summary.loss());
        figures.put("seconds", summary.seconds());
        figures.put("losses", new TreeMap<>(summary.losses()));
        return figures;
    }
}
