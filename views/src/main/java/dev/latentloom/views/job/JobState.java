package dev.latentloom.views.job;

/** Where a job stands, as far as the engine has confirmed it. */
public enum JobState {
    WAITING,
    RUNNING,
    /** Asked to pause, not confirmed yet. */
    PAUSING,
    PAUSED,
    /** Asked to stop, not confirmed yet. */
    STOPPING,
    DONE,
    STOPPED,
    FAILED;

    /** Whether nothing more will come. */
    public boolean over() {
        return this == DONE || this == STOPPED || this == FAILED;
    }

    /** Whether it can be asked to stop. */
    public boolean stoppable() {
        return this != STOPPING && !over();
    }

    /** Whether it was asked to pause. */
    public boolean held() {
        return this == PAUSING || this == PAUSED;
    }

    /** Message key of its name. */
    public String key() {
        return switch (this) {
            case WAITING -> "shell.job.waiting";
            case RUNNING -> "shell.job.running";
            case PAUSING -> "shell.job.pausing";
            case PAUSED -> "shell.job.paused";
            case STOPPING -> "shell.job.stopping";
            case DONE -> "shell.job.done";
            case STOPPED -> "shell.job.stopped";
            case FAILED -> "shell.job.failed";
        };
    }
}
