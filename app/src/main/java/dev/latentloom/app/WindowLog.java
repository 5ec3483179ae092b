package dev.latentloom.app;

import dev.latentloom.views.job.LogLevel;
import dev.latentloom.views.job.LogModel;

import java.util.concurrent.Executor;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Brings what libraries log into the window's log. */
final class WindowLog extends Handler {
    private final LogModel log;
    private final Executor frame;
    private final SimpleFormatter formatter = new SimpleFormatter();

    WindowLog(LogModel log, Executor frame) {
        this.log = log;
        this.frame = frame;
    }

    @Override
    public void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        String text = formatter.formatMessage(entry);
        String source = String.valueOf(entry.getLoggerName());
        frame.execute(() -> log.add(levelOf(entry), source, text));
    }

    private static LogLevel levelOf(LogRecord entry) {
        int value = entry.getLevel().intValue();
        if (value >= Level.SEVERE.intValue()) {
            return LogLevel.ERROR;
        }
        return value >= Level.WARNING.intValue() ? LogLevel.WARNING : LogLevel.INFO;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
