package dev.latentloom.app.cli;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.KernelException;
import dev.latentloom.resources.Messages;

import picocli.CommandLine.ParameterException;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Says what went wrong in one message, never in a trace, and gives the exit status for it. */
final class Faults {
    private static final Logger LOGGER = Logger.getLogger(Faults.class.getName());

    private final RootCommand root;

    Faults(RootCommand root) {
        this.root = root;
    }

    int tell(Throwable failure) {
        Console console = root.console();
        return switch (failure) {
            case CancelledException cancelled -> {
                console.say(Messages.text("cli.cancelled"));
                yield ExitStatus.CANCELLED;
            }
            case WorkbenchException said -> {
                log(Level.FINE, failure);
                console.say(Messages.text(said.key(), said.arguments()));
                yield ExitStatus.of(said.key());
            }
            case ParameterException wrong -> {
                console.say(String.valueOf(wrong.getMessage()));
                yield ExitStatus.WRONG_USE;
            }
            case KernelException kernel when kernel.outOfMemory() -> outOfMemory(kernel);
            case OutOfMemoryError heap -> outOfMemory(heap);
            default -> {
                log(Level.SEVERE, failure);
                String log = LogFile.of(root.places()).toString();
                console.say(Messages.text("cli.fault", firstLine(failure), log));
                yield ExitStatus.INNER;
            }
        };
    }

    private int outOfMemory(Throwable failure) {
        log(Level.FINE, failure);
        root.console().say(Messages.text("cli.outOfMemory", firstLine(failure)));
        return ExitStatus.DEVICE;
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private static void log(Level level, Throwable failure) {
        LOGGER.log(level, failure, failure::toString);
    }
}
