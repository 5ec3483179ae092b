package dev.latentloom.engine.project;

import java.time.Instant;

/**
 * A process of this machine, told apart from later ones that get the same number.
 *
 * @param pid its number
 * @param started when it started in milliseconds since 1970, 0 where the system does not say
 */
public record ProcessMark(long pid, long started) {
    /** This process. */
    public static ProcessMark ofThis() {
        return of(ProcessHandle.current());
    }

    /** Any process. */
    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(
                process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Whether it still runs. */
    public boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(found -> started == 0 || of(found).started() == started)
                .orElse(false);
    }
}
