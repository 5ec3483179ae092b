package dev.latentloom.views.job;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * One line of the log.
 *
 * @param source who says it: a job's title or a logger's name
 */
public record LogLine(LocalTime time, LogLevel level, String source, String text) {
    /** The line as it is shown and copied. */
    public String line() {
        return "%s  %-7s  %s  %s"
                .formatted(time.truncatedTo(ChronoUnit.SECONDS), level, source, text);
    }
}
