package dev.latentloom.app.cli;

import dev.latentloom.resources.Messages;

/** Entry of the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @return exit status
     */
    public static int run(String... args) {
        System.err.println(Messages.text("cli.noDisplay"));
        return 2;
    }
}
