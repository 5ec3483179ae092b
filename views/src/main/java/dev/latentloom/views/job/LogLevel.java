package dev.latentloom.views.job;

/** How much a line of the log matters, most first. */
public enum LogLevel {
    ERROR("shell.log.errors"),
    WARNING("shell.log.warnings"),
    INFO("shell.log.infos");

    private final String key;

    LogLevel(String key) {
        this.key = key;
    }

    /** Message key of the filter that shows this level and everything that matters more. */
    public String key() {
        return key;
    }
}
