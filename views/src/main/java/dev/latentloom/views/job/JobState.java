package dev.latentloom.views.job;

/** Where a job stands, as far as the engine has confirmed it. */
public enum JobState {
    WAITING,
    RUNNING,
    /** Asked to stop, not confirmed yet. */
    STOPPING,
    DONE,
    STOPPED,
    FAILED;

    /** Whether nothing more will come. */
    public boolean over() {
        return this == DONE || this == STOPPED || this == FAILED;
    }

    /** Message key of its name. */
    public String key() {
        return switch (this) {
            case WAITING -> "shell.job.waiting";
            case RUNNING -> "shell.job.running";
            case STOPPING -> "shell.job.stopping";
            case DONE -> "shell.job.done";
            case STOPPED -> "shell.job.stopped";
            case FAILED -> "shell.job.failed";
        };
    }
}
