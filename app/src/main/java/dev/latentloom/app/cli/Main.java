package dev.latentloom.app.cli;

import dev.latentloom.resources.Messages;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry of the command line: results on standard output, all else on standard error. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @return exit status, see {@link ExitStatus}
     */
    public static int run(String... args) {
        // bytes of results must not depend on the machine's locale
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        try (Interruption interruption = Interruption.ofProcess()) {
            int status = run(interruption, out, err, args);
            out.flush();
            return status;
        }
    }

    static int run(Interruption interruption, PrintStream out, PrintStream err, String... args) {
        RootCommand root = new RootCommand(interruption, new Console(out, err));
        CommandLine line = commandLine(root);
        Faults faults = new Faults(root);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> wrongUse(wrong, err));
        line.setExecutionStrategy(
                parsed -> {
                    openLog(root);
                    return new RunLast().execute(parsed);
                });
        line.setExecutionExceptionHandler((failure, command, parsed) -> faults.tell(failure));
        return line.execute(args);
    }

    private static CommandLine commandLine(RootCommand root) {
        return new CommandLine(root)
                .setResourceBundle(Messages.bundle())
                .addSubcommand(new DoctorCommand(root))
                .addSubcommand(new ModelsCommand(root))
                .addSubcommand(new ParityCommand(root))
                .addSubcommand(new QuestionsCommand(root))
                .addSubcommand(new PretrainCommand(root))
                .addSubcommand(new GenerateCommand(root))
                .addSubcommand(new RunCommand(root))
                .addSubcommand(new TrainCommand(root))
                .addSubcommand(new AblateCommand(root))
                .addSubcommand(new LinksCommand(root))
                .addSubcommand(new BenchCommand(root))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void openLog(RootCommand root) {
        try {
            LogFile.open(root.places(), root.debug());
        } catch (IOException e) {
            root.console()
                    .say(
                            Messages.text(
                                    "cli.noLog",
                                    LogFile.of(root.places()),
                                    String.valueOf(e.getMessage())));
        }
    }

    private static int wrongUse(ParameterException wrong, PrintStream err) {
        CommandLine line = wrong.getCommandLine();
        ParseResult parsed = line.getParseResult();
        while (parsed != null && parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
            line = parsed.commandSpec().commandLine();
        }
        err.println(said(wrong));
        err.println(Messages.text("cli.seeHelp", line.getCommandSpec().qualifiedName()));
        return ExitStatus.WRONG_USE;
    }

    private static String said(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && line.getParent() == null
                && !unmatched.isUnknownOption()) {
            return Messages.text(
                    "cli.noCommand",
                    unmatched.getUnmatched().getFirst(),
                    String.join(", ", line.getSubcommands().keySet()));
        }
        return String.valueOf(wrong.getMessage());
    }
}
